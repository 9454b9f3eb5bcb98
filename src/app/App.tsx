import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '../ui/tokens.css';
import '../ui/reset.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

const queryClient = new QueryClient();

export const App = () => (
  <ErrorBoundary>
    <QueryClientProvider client={queryClient}>
      <Shell />
    </QueryClientProvider>
  </ErrorBoundary>
);

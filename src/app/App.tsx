export const App = () => <h1>Overpaint</h1>;

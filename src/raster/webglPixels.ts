import type { PixelSource } from './pixelSource.ts';

/**
 * Reads a bitmap with straight alpha (made with premultiplyAlpha 'none') through a WebGL texture: unlike a 2D canvas it
 * keeps the colour of transparent pixels. Null where there is no WebGL2 or the picture is beyond its texture size.
 */
export const webglPixels = (bitmap: ImageBitmap): PixelSource | null => {
  const { width, height } = bitmap;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, depth: false });
  if (!gl || Math.max(width, height) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return null;
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture;
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const release = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (gl.getError() !== gl.NO_ERROR || gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) {
    release();
    return null;
  }
  let band = new Uint8ClampedArray(0);
  return {
    size: { width, height },
    exact: true,
    read(y, rows) {
      if (band.length !== width * rows * 4) band = new Uint8ClampedArray(width * rows * 4);
      gl.readPixels(0, y, width, rows, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(band.buffer));
      if (gl.getError() !== gl.NO_ERROR || gl.isContextLost()) throw new Error('The graphics memory was lost.');
      return band;
    },
    close() {
      release();
      bitmap.close();
    },
  };
};

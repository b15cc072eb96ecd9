// The 2019 text of Qingpu's education bureau, byte for byte as it was published; Vite puts it into the build.
export { default as QINGPU_2019 } from './2019-qingpu.txt?raw';

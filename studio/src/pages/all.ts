// Every page but the first, in one piece: they share most of their parts, and compress better together.
export { default as change } from './Change.svelte';
export { default as compare } from './Compare.svelte';
export { default as live } from './Live.svelte';
export { default as plan } from './Plan.svelte';
export { default as region } from './RegionHome.svelte';
export { default as report } from './Report.svelte';
export { default as run } from './Run.svelte';
export { default as where } from './Where.svelte';

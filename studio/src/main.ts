import { mount } from 'svelte';
import App from './App.svelte';
import './look/fonts.css';
import './look/base.css';
import './look/print.css';

const target = document.getElementById('app');
// The name stands in the page itself, so that something is there while the program's first answers come.
target?.replaceChildren();
if (target) mount(App, { target });

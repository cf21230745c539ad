// The name stands in the page itself and is painted first; meanwhile pages and first answers travel.
import './data/early';
import './look/fonts.css';
import './look/base.css';
import './look/print.css';

const painted = new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 200); // a tab behind others paints nothing
});
void painted.then(() => import('./start'));

// A classic script in <head>, loaded before the first paint: it may import nothing and export nothing.
{
  const chosen = localStorage.getItem('rehearsal.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}

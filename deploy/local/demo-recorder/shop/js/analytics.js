const token = 'phc_local';

function cookie(name) {
  return document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.split('=')[1];
}

// posthog-js applies a bootstrapped id on every page load, which would undo a later identify().
const firstPage = localStorage.getItem(`ph_${token}_posthog`) === null;

posthog.init(token, {
  api_host: location.origin,
  opt_out_useragent_filter: true,
  person_profiles: 'identified_only',
  bootstrap: firstPage ? { distinctID: cookie('visitor') } : undefined,
});

// Query parameters that say where a reader came from and never what is read. Names that mean something on other sites
// (ref, source, via, id, s, t) are left alone but on hosts where they are known: see `link-hosts.ts`.
// @source public reports of links that counted twice; a test holds the list against that of the package tidy-url

const FAMILIES = [
  // Analytics: Google, Matomo and Piwik, AT Internet, Comscore, Adobe, Webtrekk, Parse.ly
  'utm_[a-z_-]+|ga_(?:source|medium|term|content|campaign|place)|_ga|_gl|gad_(?:source|campaignid)',
  '(?:mtm|matomo|piwik)_[a-z]+|pk_(?:campaign|cpn|kwd|keyword|source|medium|content|cid)|_pk_[a-z]+',
  'xtor|at_(?:medium|campaign|link[a-z_]*|format|bbc_team|ptr_name|custom\\d)|ns_(?:campaign|mchannel|source|linkname|fee)',
  's_(?:cid|kwcid)|ef_id|wt_(?:mc|zmc)|_tracking_id|itm_[a-z_]+|int_(?:source|medium|campaign|content|cmp_[a-z]+)',
  // Clicks counted by advertisers and networks
  'fbclid|fb_(?:action_ids|action_types|source|ref)|mibextid|sfnsn|__tn__|__cft__(?:\\[0\\])?|__xts__|igshid|igsh|gclid|gclsrc|dclid|gbraid|wbraid',
  'msclkid|twclid|ttclid|yclid|ysclid|rdt_cid|li_fat_id|trackingid|epik|srsltid|irclickid|irgwc|clickid|tduid|cjevent|awc|mbid|si_source',
  // Mail and marketing suites
  'mc_[ce]id|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|ml_subscriber(?:_hash)?|_ke|_kx|sfmc_(?:id|sub|activity[a-z]*|journey[a-z]*)',
  'hsa_[a-z]+|_hs(?:enc|mi)|__hs[a-z]+|hsctatracking|elq(?:track(?:id)?|campaignid|aid|at)?|__s|cmpid|ncid|ito|dm_i|ck_subscriber_id',
  // Added by sharing, by accelerated pages and by portals
  '__twitter_impression|ref_(?:src|url)|usqp|amp_(?:js_v|gsa)|echobox|spm|scm|share_id|guccounter|guce_referrer(?:_sig)?',
];
const TRACKING = new RegExp(`^(?:${FAMILIES.join('|')})$`, 'i');

/** Whether a query parameter only says where a reader came from, on any site. */
export const isTrackingParameter = (name: string): boolean => TRACKING.test(name);

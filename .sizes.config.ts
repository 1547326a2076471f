import base from './wxt.config';

const old = base.hooks['vite:build:extendConfig'];
export default {
  ...base,
  outDir: '/tmp/speed-out',
  hooks: {
    ...base.hooks,
    'vite:build:extendConfig': (eps, config) => {
      old(eps, config);
      if (!eps.some((e) => ['content', 'margin'].includes(e.name))) return;
      config.build = config.build ?? {};
      config.build.sourcemap = true;
    },
  },
};

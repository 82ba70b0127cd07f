# The scheduler in a container: `tweetspan run`. Node 24 has SQLite of its own, so that nothing is compiled here.
FROM node:24-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build
RUN npm pack --ignore-scripts --pack-destination /packed

FROM node:24-alpine
COPY --from=build /packed /packed
# Not by --global: there npm 11 keeps optional packages that need no compiler.
RUN mkdir -p /opt/tweetspan && npm install --prefix /opt/tweetspan --omit=optional --no-audit --no-fund /packed/*.tgz && ln -s /opt/tweetspan/node_modules/.bin/tweetspan /usr/local/bin/tweetspan && rm -rf /packed /root/.npm
RUN mkdir -p /data && chown node:node /data
# History and queue, and beside them what is remembered of the queue: both must outlive the container.
ENV TWEETSPAN_DB=/data/history.db XDG_STATE_HOME=/data/state XDG_CONFIG_HOME=/data/config
USER node
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=5m --timeout=30s --start-period=1m CMD ["tweetspan", "doctor", "--quiet"]
ENTRYPOINT ["tweetspan"]
CMD ["run"]

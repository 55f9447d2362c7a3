# The scripts that pages load from /static/: those of posthog-js in the versions named. For the component static-files.
#   docker build -f deploy/images/static-files.Dockerfile --build-arg VERSIONS="1.434.18" -t sightline-static-files:1.434.18 .
FROM node:24-slim AS fetched
ARG VERSIONS
COPY deploy/gateway/static-files /usr/local/bin/static-files
# shell word splitting is meant: one argument a version
RUN SIGHTLINE_STATIC=/static static-files $VERSIONS

FROM busybox:1.37
COPY --from=fetched /static /static
USER 10001

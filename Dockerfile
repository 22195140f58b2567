# docker build --tag orglint .
# docker run --rm --volume "$PWD:/design:ro" orglint check org/

FROM swift:6.2-jammy AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends libyaml-dev pkg-config \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN .ci/build-release /dist && tar -xzf /dist/*.tar.gz -C /dist

FROM ubuntu:22.04
# git, to compare with a base revision.
RUN apt-get update \
  && apt-get install -y --no-install-recommends git libstdc++6 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --create-home --uid 10001 orglint
COPY --from=build /dist/orglint /usr/local/bin/orglint
USER orglint
# The design belongs to whoever mounts it, which git takes for dubious.
ENV GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=*
WORKDIR /design
ENTRYPOINT ["orglint"]
CMD ["check"]

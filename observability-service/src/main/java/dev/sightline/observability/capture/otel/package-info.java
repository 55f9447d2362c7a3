/**
 * OpenTelemetry traces as events: one event a span, its {@code gen_ai.*} attributes under the names of AI events
 * (spec/platform.md B.6). Reads OTLP over HTTP in JSON and in protobuf; knows no other signal and no gRPC.
 */
package dev.sightline.observability.capture.otel;

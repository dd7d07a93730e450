package dev.garrison.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import java.time.Instant;

/** Versions of Garrison, Java, and the operating system. */
final class Versions {
  private Versions() {}

  static ObjectNode of(Json json, SupportSources sources, Instant now) {
    return json.object()
        .put("format", SupportForms.format("versions"))
        .put("at", now.toString())
        .put("garrison", sources.operator().version())
        .put("java", Runtime.version().toString())
        .put("javaVendor", System.getProperty("java.vendor", "unknown"))
        .put("os", System.getProperty("os.name", "unknown"))
        .put("osVersion", System.getProperty("os.version", "unknown"))
        .put("architecture", System.getProperty("os.arch", "unknown"))
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("heapLimitMiB", Runtime.getRuntime().maxMemory() / (1024 * 1024))
        .put("timeZone", sources.clock().getZone().getId())
        .put("encoding", System.getProperty("native.encoding", "unknown"));
  }
}

package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts that each device can reach, directly or through a proxy. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: the help of the script",
    says =
        "The script of the connectivity test connects to each of its hosts on port"
            + " 443, through its proxy if it has one, and prints code, message and hosts as"
            + " JSON, with host, reached and why for each; 20060 if it contains no host.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/configure-proxy-internet",
    says =
        "A server without a way of its own to the internet reaches Microsoft through its proxy only.")
final class Network {
  private static final String SCRIPT = "function Test-ServiceHost";
  private static final Pattern HOSTS = Pattern.compile("(?m)^\\$Hosts = @\\((.*)\\)\\r?$");
  private static final Pattern PROXY = Pattern.compile("(?m)^\\$Proxy = '(.*)'\\r?$");
  private static final Pattern TEXT = Pattern.compile("'([^']+)'");
  private static final int NO_HOST = 20060;

  private final Map<Integer, Set<String>> blocked = new ConcurrentHashMap<>();
  private final Map<Integer, String> proxies = new ConcurrentHashMap<>();

  /** Blocks the connection from a device to a host, on every route. */
  void block(int device, String host) {
    blocked.computeIfAbsent(device, _ -> ConcurrentHashMap.newKeySet()).add(host);
  }

  /** Lets a device reach the internet only through this proxy. */
  void onlyThrough(int device, String proxy) {
    proxies.put(device, proxy);
  }

  /** Whether a script is that of the connectivity test. */
  static boolean isTestedBy(String text) {
    return text.contains(SCRIPT);
  }

  /** Output of the connectivity test on a device. */
  String test(String text, int device) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    String proxy = first(PROXY, text).orElse("");
    ArrayNode hosts = JsonNodeFactory.instance.arrayNode();
    Matcher names = TEXT.matcher(first(HOSTS, text).orElse(""));
    while (names.find()) {
      hosts.add(host(names.group(1), proxy, device));
    }
    if (hosts.isEmpty()) {
      return result
          .put("code", NO_HOST)
          .put("message", "No host is named: this is the script before Garrison fills it in.")
          .set("hosts", hosts)
          .toString();
    }
    return result
        .put("code", 0)
        .put("message", proxy.isEmpty() ? "directly" : "through the proxy " + proxy)
        .set("hosts", hosts)
        .toString();
  }

  private ObjectNode host(String host, String proxy, int device) {
    String way = proxies.getOrDefault(device, proxy);
    String why =
        "certificate of CN=Microsoft Azure RSA TLS Issuing CA 04, O=Microsoft Corporation, C=US";
    boolean reached = true;
    if (!way.equals(proxy)) {
      reached = false;
      why =
          "no answer from %s within 10 seconds".formatted(proxy.isEmpty() ? host + ":443" : proxy);
    } else if (blocked.getOrDefault(device, Set.of()).contains(host)) {
      reached = false;
      why =
          proxy.isEmpty()
              ? "no answer from %s:443 within 10 seconds".formatted(host)
              : "the proxy %s answered 'HTTP/1.1 403 Forbidden'".formatted(proxy);
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("host", host)
        .put("reached", reached)
        .put("why", why);
  }

  private static Optional<String> first(Pattern line, String text) {
    return line.matcher(text).results().map(found -> found.group(1)).findFirst();
  }
}

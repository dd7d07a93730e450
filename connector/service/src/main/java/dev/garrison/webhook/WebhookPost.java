package dev.garrison.webhook;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.TransportException;
import dev.garrison.connection.resilience.RetryAfter;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.notice.NoticeCode;
import dev.garrison.secret.SecretStore;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Posts one message to one webhook, once. Only the first 200 characters of the answer are shown,
 * without control characters that a terminal would obey, and without the webhook's address if that
 * is stored as a secret.
 */
public final class WebhookPost implements AutoCloseable {
  private static final Timeouts TIMEOUTS =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20));
  private static final int MOST_SHOWN = 200;
  private static final int MOST_BYTES = 4 * MOST_SHOWN;
  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

  private final SecretStore secrets;
  private final Function<Webhook, Trust> trust;
  private final InstantSource clock;
  private final Timeouts timeouts;
  private final Set<HttpTransport> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param trust the trust anchors for the certificate of a webhook
   */
  public WebhookPost(SecretStore secrets, Function<Webhook, Trust> trust, InstantSource clock) {
    this(secrets, trust, clock, TIMEOUTS);
  }

  WebhookPost(
      SecretStore secrets, Function<Webhook, Trust> trust, InstantSource clock, Timeouts timeouts) {
    this.secrets = secrets;
    this.trust = trust;
    this.clock = clock;
    this.timeouts = timeouts;
  }

  /** Posts a message. */
  public DeliveryResult post(Webhook webhook, String body) {
    AtomicReference<DeliveryResult> answered = new AtomicReference<>();
    try {
      URI address = address(webhook);
      ConnectionPolicy policy =
          new ConnectionPolicy(
              new Authentication.Anonymous(), trust.apply(webhook), false, timeouts);
      HttpTransport transport = new HttpTransport(policy, 1);
      open.add(transport);
      try (transport) {
        return transport.send(
            call(webhook, address, body),
            answer -> {
              DeliveryResult posted = read(webhook, address, answer);
              answered.set(posted);
              return posted;
            });
      } finally {
        open.remove(transport);
      }
    } catch (TransportException e) {
      if (answered.get() instanceof DeliveryResult.Taken taken) {
        return taken; // The status counts, whatever becomes of the rest of the answer.
      }
      return new DeliveryResult.Failed(String.valueOf(e.getMessage()), Optional.empty());
    } catch (RefusalException e) {
      Diagnostic first = e.diagnostics().getFirst();
      return new DeliveryResult.Failed(
          "%s [%s]".formatted(first.problem(), first.code().label()), Optional.empty());
    }
  }

  private HttpCall call(Webhook webhook, URI address, String body) {
    Instant now = clock.instant();
    Map<String, String> headers = new HashMap<>();
    webhook
        .secret()
        .ifPresent(reference ->
            headers.put(
                Signature.HEADER, Signature.of(secrets.read(reference.toString()), now, body)));
    return new HttpCall(
        "POST",
        address,
        "*/*",
        Optional.of(new HttpCall.Body("application/json", body, headers)),
        timeouts.answer());
  }

  private URI address(Webhook webhook) {
    return switch (webhook.address()) {
      case Webhook.Address.Written(URI uri) -> uri;
      case Webhook.Address.Kept(var reference) ->
          kept(
              webhook,
              secrets
                  .read(reference.toString())
                  .useUp(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    };
  }

  /**
   * Parses an address that is stored as a secret. The address is never shown, because anyone who
   * knows it could post there.
   */
  private static URI kept(Webhook webhook, String text) {
    try {
      URI uri = new URI(text.strip());
      boolean local = uri.getHost() != null && ConnectionPolicy.isLoopback(uri.getHost());
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local))) {
        return uri;
      }
    } catch (URISyntaxException notShown) {
      throw refused(webhook, new URISyntaxException("***", "not an address"));
    }
    throw refused(webhook, new URISyntaxException("***", "not such an address"));
  }

  private static RefusalException refused(Webhook webhook, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            NoticeCode.WEBHOOK_ADDRESS_REFUSED,
            Message.of("webhook.address", "webhook", webhook.name())),
        cause);
  }

  static DeliveryResult read(Webhook webhook, URI address, HttpAnswer answer) throws IOException {
    int status = answer.status();
    if (status / 100 == 2) {
      return new DeliveryResult.Taken(answered("webhook-answer.status", status, ""));
    }
    if (status / 100 == 3) {
      return new DeliveryResult.Failed(
          answered("webhook-answer.redirect", status, ""), Optional.empty());
    }
    String text = shown(webhook, address, answer);
    String words =
        answered(text.isEmpty() ? "webhook-answer.status" : "webhook-answer.text", status, text);
    boolean later = status == 408 || status == 429 || status / 100 != 4;
    return later
        ? new DeliveryResult.Failed(words, after(answer))
        : new DeliveryResult.Refused(words);
  }

  private static String answered(String key, int status, String text) {
    return Text.of(key, "status", String.valueOf(status), "text", text).toString();
  }

  private static Optional<Duration> after(HttpAnswer answer) {
    return answer
        .server()
        .retryAfter()
        .flatMap(text ->
            answer.server().time().isPresent()
                ? RetryAfter.read(text, answer.server().time().get())
                : RetryAfter.read(text, Instant.EPOCH));
  }

  private static String shown(Webhook webhook, URI address, HttpAnswer answer) throws IOException {
    String text = new String(answer.body().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    if (webhook.address() instanceof Webhook.Address.Kept) {
      for (String part :
          new String[] {address.getRawQuery(), address.getQuery(), address.getRawPath()}) {
        if (part != null && part.length() > 1) {
          text = text.replace(part, "***");
        }
      }
    }
    String plain = OBEYED.matcher(text).replaceAll(" ").strip();
    return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) : plain;
  }

  /** Whether a failure now is caused by {@link #close()}. */
  boolean isClosed() {
    return closed;
  }

  /** Cancels the requests under way. */
  @Override
  public void close() {
    closed = true;
    open.forEach(HttpTransport::close);
  }
}

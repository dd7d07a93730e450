package dev.garrison.connection;

import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.tls.TlsSettings;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP client for one server and its alternates. It sends each request once: no redirects, no
 * retries, no cookies, no proxy. Every exchange ends within its deadline, however slowly the answer
 * arrives. Safe for use by several threads. The number of simultaneous requests to each server is
 * limited; further requests wait.
 */
public final class HttpTransport implements AutoCloseable {
  private static final TimeValue CHECK_CONNECTION_AFTER = TimeValue.ofSeconds(1);

  private final ConnectionPolicy policy;
  private final LateTls tls;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor timer;

  public HttpTransport(ConnectionPolicy policy, int mostAtOnce) {
    this.policy = policy;
    this.tls = new LateTls(policy.trust());
    this.client = client(policy, tls, mostAtOnce);
    this.timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  private static CloseableHttpClient client(ConnectionPolicy policy, LateTls tls, int mostAtOnce) {
    Timeouts timeouts = policy.timeouts();
    HttpRequestExecutor executor =
        policy.authentication() instanceof Authentication.Tokens tokens
            ? new SigningExecutor(tokens.scheme())
            : new HttpRequestExecutor();
    return HttpClients.custom()
        .setRequestExecutor(executor)
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(mostAtOnce)
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeouts.connect()))
                        .setSocketTimeout(Timeout.of(timeouts.response()))
                        .setValidateAfterInactivity(CHECK_CONNECTION_AFTER)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeouts.response()))
                .setConnectionRequestTimeout(Timeout.of(timeouts.list()))
                .setAuthenticationEnabled(false)
                .build())
        // The administration service does not work through authenticating proxies (known issue
        // 12468490), so a proxy of the environment must not be picked up by chance.
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
        .setUserAgent("Garrison")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /**
   * Sends one request and reads its answer with the reader. An answer that was not read to its end
   * closes the connection.
   *
   * @throws TransportException if no complete answer arrived; exceptions of the reader pass
   *     unchanged
   * @throws RefusalException if the identity of the server could not be proven, or the sign-in
   *     failed; then nothing was changed there
   */
  public <R> R send(HttpCall call, HttpAnswer.Reader<R> reader) {
    if ("https".equalsIgnoreCase(call.address().getScheme())) {
      tls.prepare();
    }
    HttpUriRequestBase request = request(call);
    AtomicBoolean expired = new AtomicBoolean();
    AtomicBoolean answered = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        timer.schedule(
            () -> {
              expired.set(true);
              request.cancel();
            },
            call.deadline().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return exchange(request, answered, reader);
    } catch (SignedOutException e) {
      return again(call, request, expired, reader);
    } catch (IOException e) {
      throw failure(call, e, expired.get(), answered.get());
    } finally {
      deadline.cancel(false);
    }
  }

  /**
   * Sends the request again after the server closed the connection with its 401. It has not carried
   * out the request.
   */
  private <R> R again(
      HttpCall call,
      HttpUriRequestBase request,
      AtomicBoolean expired,
      HttpAnswer.Reader<R> reader) {
    AtomicBoolean answered = new AtomicBoolean();
    try {
      return exchange(request, answered, reader);
    } catch (SignedOutException e) {
      throw new RefusalException(
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              Message.of("sign-in.ends-with-connection", "server", call.address().getAuthority())),
          e);
    } catch (IOException e) {
      throw failure(call, e, expired.get(), answered.get());
    }
  }

  private static RuntimeException failure(
      HttpCall call, IOException cause, boolean expired, boolean answered) {
    if (expired) {
      return TransportException.expired(call, cause);
    }
    Optional<Diagnostic> refusal =
        answered ? Optional.empty() : TlsSettings.refusal(cause, call.address().getAuthority());
    return refusal.isPresent()
        ? new RefusalException(refusal.get(), cause)
        : TransportException.of(cause, answered);
  }

  private <R> R exchange(
      HttpUriRequestBase request, AtomicBoolean answered, HttpAnswer.Reader<R> reader)
      throws IOException {
    boolean whole = false;
    try (ClassicHttpResponse response =
        client.executeOpen(
            RoutingSupport.determineHost(request), request, HttpClientContext.create())) {
      answered.set(true);
      try {
        HttpAnswer answer = answer(response);
        R result = reader.read(answer);
        whole = answer.body().read() < 0;
        return result;
      } finally {
        if (!whole) {
          // Closing alone would first read the rest, which may never end.
          request.cancel();
        }
      }
    } catch (HttpException e) {
      throw new IOException(e);
    }
  }

  private HttpUriRequestBase request(HttpCall call) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
    request.setHeader(HttpHeaders.ACCEPT, call.accept());
    call.body()
        .ifPresent(body -> {
          request.setEntity(
              new StringEntity(
                  body.text(), ContentType.create(body.mediaType(), StandardCharsets.UTF_8)));
          body.headers().forEach(request::setHeader);
        });
    switch (policy.authentication()) {
      case Authentication.Anonymous _, Authentication.Tokens _ -> {}
      case Authentication.Basic basic ->
          request.setHeader(HttpHeaders.AUTHORIZATION, "Basic " + credentials(basic));
    }
    return request;
  }

  private static String credentials(Authentication.Basic basic) {
    byte[] user = (basic.user() + ":").getBytes(StandardCharsets.UTF_8);
    return basic
        .password()
        .get()
        .useUp(password -> {
          byte[] both = Arrays.copyOf(user, user.length + password.length);
          System.arraycopy(password, 0, both, user.length, password.length);
          try {
            return Base64.getEncoder().encodeToString(both);
          } finally {
            Arrays.fill(both, (byte) 0);
          }
        });
  }

  private static HttpAnswer answer(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
    String mediaType = type == null ? "" : type.getValue().split(";", 2)[0];
    return new HttpAnswer(
        response.getCode(),
        mediaType.strip().toLowerCase(Locale.ROOT),
        new Unclosed(body),
        HttpAnswer.Server.of(response));
  }

  /** Cancels the exchanges under way. */
  @Override
  public void close() {
    timer.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /**
   * Prevents parsers from closing the body, because the transport determines the end of the
   * exchange.
   */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream body) {
      super(body);
    }

    @Override
    public void close() {}
  }
}

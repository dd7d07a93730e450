package dev.garrison.lab.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/** A request and its answer. */
public final class Exchange {
  private final ClassicHttpRequest request;
  private final ResponseTrigger trigger;
  private final List<Header> headers = new ArrayList<>();
  private boolean answered;

  Exchange(ClassicHttpRequest request, ResponseTrigger trigger) {
    this.request = request;
    this.trigger = trigger;
  }

  /** HTTP method, such as GET. */
  public String method() {
    return request.getMethod();
  }

  /** Path as it was sent. */
  public String path() {
    return request.getPath().split("\\?", 2)[0];
  }

  /** Text after the question mark, as it was sent; null if there is none. */
  public @Nullable String query() {
    int mark = request.getPath().indexOf('?');
    return mark < 0 ? null : request.getPath().substring(mark + 1);
  }

  /** First header of this name; null if there is none. */
  public @Nullable String header(String name) {
    Header header = request.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** Reads the body, or its beginning. */
  public byte[] body(int most) throws IOException {
    HttpEntity entity = request.getEntity();
    return entity == null ? new byte[0] : entity.getContent().readNBytes(most);
  }

  /** Adds a header to the answer. */
  public void with(String name, String value) {
    headers.add(new BasicHeader(name, value));
  }

  /** Sends the answer; without an entity, only the head is sent. */
  void answer(int status, @Nullable HttpEntity entity) throws IOException {
    answered = true;
    ClassicHttpResponse response = new BasicClassicHttpResponse(status);
    headers.forEach(response::addHeader);
    response.setEntity(entity);
    try {
      trigger.submitResponse(response);
    } catch (HttpException e) {
      throw new IOException("the answer cannot be sent", e);
    }
  }

  void requireAnswered() throws ConnectionClosedException {
    if (!answered) {
      throw new ConnectionClosedException("nobody answered");
    }
  }
}

package dev.garrison.jobaccess;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.Door;
import dev.garrison.history.ServiceFolder;
import dev.garrison.job.JobCode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history that another process of this user has open, requested through its socket. */
final class RemoteJobAccess implements InvocationHandler, AutoCloseable {
  /** Longest wait for an answer; a plan or the counts of many days take the longest. */
  private static final Duration MOST = Duration.ofMinutes(1);

  private final SocketChannel channel;
  private final Json json = new Json();
  private final Frames frames;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("garrison-visit").daemon().factory());

  private RemoteJobAccess(SocketChannel channel) {
    this.channel = channel;
    this.frames = new Frames(channel, json);
  }

  /** Connects to that process; empty where no process accepts connections. */
  static Optional<RemoteJobAccess> at(ServiceFolder folder) {
    Optional<Door<SocketChannel>> door = folder.connect();
    if (door.isEmpty()) {
      return Optional.empty();
    }
    RemoteJobAccess visitor = new RemoteJobAccess(door.get().channel());
    try {
      if (door.get().secret().isPresent()) {
        visitor.frames.write(TextNode.valueOf(door.get().secret().get()), Frames.SECRET);
      }
      return Optional.of(visitor);
    } catch (IOException goneMeanwhile) {
      visitor.close();
      return Optional.empty();
    }
  }

  JobAccess jobs() {
    return (JobAccess)
        Proxy.newProxyInstance(
            JobAccess.class.getClassLoader(), new Class<?>[] {JobAccess.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    List<JobAccessMessage.Packed> packed =
        Stream.ofNullable(arguments)
            .flatMap(Arrays::stream)
            .map(each -> JobAccessMessage.Packed.of(json, each))
            .toList();
    ScheduledFuture<?> deadline =
        deadlines.schedule(this::hangUp, MOST.toMillis(), TimeUnit.MILLISECONDS);
    try {
      frames.write(
          json.tree(new JobAccessMessage.Request(method.getName(), packed)), Frames.REQUEST);
      JobAccessMessage.Answer answer =
          json.read(
              frames.read(Frames.ANSWER).orElseThrow(() -> new EOFException("it hung up")),
              JobAccessMessage.Answer.class);
      if (answer.refusal().isPresent()) {
        throw answer.refusal().get().exception();
      }
      return answer.value().as(json, method.getGenericReturnType());
    } catch (IOException | JsonException e) {
      throw gone(e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static RefusalException gone(Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            JobCode.HISTORY_UNUSABLE,
            Message.of("history.silent", "reason", String.valueOf(cause.getMessage()))),
        cause);
  }

  private void hangUp() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    hangUp();
  }
}

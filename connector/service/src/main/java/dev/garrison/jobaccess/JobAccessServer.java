package dev.garrison.jobaccess;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.history.Door;
import dev.garrison.history.ServiceFolder;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.schedule.JobSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of the same user's other processes from the history that this process has open.
 * They connect through a socket that only this user can reach, and can request only what a {@link
 * JobAccess} answers.
 */
public final class JobAccessServer implements AutoCloseable {
  /**
   * Most connections at once; a command has one. Beyond these, the connection that has been silent
   * longest is closed.
   */
  private static final int MOST = 64;

  private static final Duration NO_ROOM = Duration.ofMillis(200);

  private static final Map<String, Method> REQUESTS =
      Arrays.stream(JobAccess.class.getMethods())
          .collect(Collectors.toMap(Method::getName, Function.identity()));

  private final JobAccess jobs;
  private final Json json = new Json();
  private final ServiceFolder folder;
  private final ServerSocketChannel door;
  private final Optional<String> secret;
  private final Set<SocketChannel> visitors = new HashSet<>();

  /**
   * Connections with no request under way, the longest silent first; guarded by this, as the
   * others.
   */
  private final SequencedSet<SocketChannel> silent = new LinkedHashSet<>();

  private JobAccessServer(JobAccess jobs, ServiceFolder folder, Door<ServerSocketChannel> door) {
    this.jobs = jobs;
    this.folder = folder;
    this.door = door.channel();
    this.secret = door.secret();
  }

  /**
   * Accepts other processes until this is closed.
   *
   * @param serves whether this process runs jobs at their times
   * @throws dev.garrison.diagnostic.RefusalException where no address for requests can be opened
   */
  public static AutoCloseable open(JobSchedule schedule, boolean serves) {
    Door<ServerSocketChannel> here = schedule.open().folder().listen(serves);
    JobAccessServer door =
        new JobAccessServer(new OwnJobAccess(schedule), schedule.open().folder(), here);
    Thread.ofPlatform().name("garrison-door").daemon().start(door::receive);
    return door;
  }

  private void receive() {
    while (door.isOpen()) {
      try {
        SocketChannel visitor = door.accept();
        makeRoom(visitor);
        Thread.ofVirtual().name("garrison-visitor").start(() -> serve(visitor));
      } catch (ClosedChannelException ended) {
        return; // by close()
      } catch (IOException noRoom) {
        // Such as too many open files: whoever came waits, and is let in when others have left.
        LockSupport.parkNanos(NO_ROOM.toNanos());
      }
    }
  }

  private synchronized void makeRoom(SocketChannel visitor) throws IOException {
    if (visitors.size() >= MOST) {
      (silent.isEmpty() ? visitor : silent.removeFirst()).close();
    }
    visitors.add(visitor);
    silent.add(visitor);
  }

  private synchronized void heard(SocketChannel visitor) {
    silent.remove(visitor);
  }

  private synchronized void answered(SocketChannel visitor) {
    silent.add(visitor);
  }

  private synchronized void left(SocketChannel visitor) {
    visitors.remove(visitor);
    silent.remove(visitor);
  }

  private void serve(SocketChannel visitor) {
    try (visitor) {
      Frames frames = new Frames(visitor, json);
      requireSecret(frames, secret);
      for (Optional<JsonNode> request = frames.read(Frames.REQUEST);
          request.isPresent();
          request = frames.read(Frames.REQUEST)) {
        heard(visitor);
        frames.write(json.tree(answer(request.get())), Frames.ANSWER);
        answered(visitor);
      }
    } catch (IOException | JsonException leftOrSpeaksOtherwise) {
      // It gets no answer; whoever asked says so.
    } finally {
      left(visitor);
    }
  }

  /** Requires the secret that only those who can read the folder know. */
  static void requireSecret(Frames frames, Optional<String> secret) throws IOException {
    if (secret.isPresent()) {
      String said = frames.read(Frames.SECRET).map(JsonNode::asText).orElse("");
      if (!MessageDigest.isEqual(bytes(said), bytes(secret.get()))) {
        throw new IOException("it does not say the secret");
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The request of that name with that many arguments. */
  static Method method(JobAccessMessage.Request request) throws IOException {
    Method method = REQUESTS.get(request.name());
    if (method == null || method.getParameterCount() != request.arguments().size()) {
      throw new IOException("there is no request '%s'".formatted(request.name()));
    }
    return method;
  }

  private JobAccessMessage.Answer answer(JsonNode tree) throws IOException {
    JobAccessMessage.Request request = json.read(tree, JobAccessMessage.Request.class);
    Method method = method(request);
    Type[] types = method.getGenericParameterTypes();
    @Nullable Object[] arguments = new Object[types.length];
    for (int each = 0; each < types.length; each++) {
      arguments[each] = request.arguments().get(each).as(json, types[each]);
    }
    try {
      return JobAccessMessage.Answer.of(json, method.invoke(jobs, arguments));
    } catch (InvocationTargetException e) {
      return JobAccessMessage.Answer.of(Objects.requireNonNull(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      folder.unpublish();
    } finally {
      shut();
    }
  }

  private synchronized void shut() {
    try (door) {
      for (SocketChannel visitor : visitors) {
        visitor.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

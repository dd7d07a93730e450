package dev.garrison.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the system that serves until it is told to end, or this JVM does. */
final class ServerProcess implements AutoCloseable {
  private static final int MOST_ROUNDS = 600;
  private static final int ROUND_MILLISECONDS = 100;
  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it and waits until something answers at the address. */
  static ServerProcess start(
      List<String> command, Map<String, String> environment, Path log, InetSocketAddress address)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start(), log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::end));
    server.await(address);
    return server;
  }

  private void await(InetSocketAddress address) throws IOException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (hasEnded()) {
        throw new IOException("it ended at once: " + Files.readString(log));
      }
      if (answers(address)) {
        return;
      }
    }
    end();
    throw new IOException("it does not answer: " + Files.readString(log));
  }

  private static boolean answers(InetSocketAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, ROUND_MILLISECONDS);
      return true;
    } catch (ConnectException | SocketTimeoutException notYet) {
      return false;
    }
  }

  /** Gives it a moment, which is shorter when it ends in that. */
  private boolean hasEnded() throws IOException {
    try {
      return process.waitFor(ROUND_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Runs a program to its end and gives what it printed; anything but success is an error. */
  static String run(Map<String, String> environment, String input, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (var stdin = process.outputWriter()) {
        stdin.write(input);
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A port of the address that nobody uses. */
  static int freePort(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }

  /** The end of its standard input ends samba and Python here; SIGTERM ends Apache. */
  private void end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
  }
}

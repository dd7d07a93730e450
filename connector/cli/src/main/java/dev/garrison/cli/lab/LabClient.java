package dev.garrison.cli.lab;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Client of the control of the lab that runs for a folder.
 *
 * <p>It needs no class of the simulated site.
 */
final class LabClient {
  /** File of a lab folder with the address of the running lab, and the token for it. */
  static final String ADDRESS_FILE = "lab.json";

  private static final int MOST_MILLIS = 30_000;
  private static final int MOST_ANSWER_BYTES = 64 * 1024;

  private final Path folder;
  private final Text remedy;

  private LabClient(Path folder, Text remedy) {
    this.folder = folder;
    this.remedy = remedy;
  }

  /**
   * @param folder of the lab
   */
  LabClient(Path folder) {
    this(folder, Text.of("lab.start", "folder", folder));
  }

  /**
   * Client for commands that use the lab only because an environment variable names it.
   *
   * @param folder of the lab
   */
  static LabClient followed(Path folder, String variable) {
    return new LabClient(
        folder, Text.of("lab.start-or-leave", "folder", folder, "variable", variable));
  }

  /** Reads the state of the lab. */
  LabStatus status() {
    return send("GET", "/status", "");
  }

  /** Sends a request, and returns the state of the lab afterwards. */
  LabStatus send(String method, String path, String body) {
    ServedAddress address = address();
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(address.url() + path).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(MOST_MILLIS);
      connection.setReadTimeout(MOST_MILLIS);
      connection.setRequestMethod(method);
      connection.setRequestProperty("Authorization", "Bearer " + address.token());
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
        return new Json().read(text(connection.getInputStream()), LabStatus.class);
      }
      throw new RefusalException(
          Diagnostic.error(
              LabCode.LAB_REFUSED,
              new Message(
                  Text.recorded(
                      new Json().read(text(connection.getErrorStream()), LabRefusal.class).error()),
                  Text.of("lab.refused"))));
    } catch (IOException | JsonException notThere) {
      throw notRunning();
    }
  }

  private static String text(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      throw new IOException("an answer without a body");
    }
    try (stream) {
      return new String(stream.readNBytes(MOST_ANSWER_BYTES), StandardCharsets.UTF_8);
    }
  }

  private ServedAddress address() {
    try {
      ServedAddress address =
          new Json().read(Files.readString(folder.resolve(ADDRESS_FILE)), ServedAddress.class);
      URI url = URI.create(address.url());
      if ("http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost())) {
        return address;
      }
    } catch (IOException | JsonException | IllegalArgumentException unusable) {
      // As if there were none.
    }
    throw notRunning();
  }

  private RefusalException notRunning() {
    return new RefusalException(
        Diagnostic.error(
            LabCode.LAB_NOT_RUNNING,
            new Message(Text.of("lab.not-running", "folder", folder), remedy)));
  }
}

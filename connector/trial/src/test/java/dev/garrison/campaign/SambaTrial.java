package dev.garrison.campaign;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionState;
import dev.garrison.json.Json;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.folder.FolderShare;
import dev.garrison.share.samba.FaultyProxy;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A trial that publishes two versions to a real Samba, through a proxy that can act between. */
final class SambaTrial implements AutoCloseable {
  private static final String FIRST = "mde-2012r2";
  private static final String SECOND = "mde-onboarding";

  private final SambaServer server;
  private final FaultyProxy proxy;
  private final TrialShare share;
  private final TrialSite site;

  SambaTrial(Path folder, Instant start) throws IOException, InterruptedException {
    server = Samba.start(Samba.settings());
    proxy = new FaultyProxy(server.port());
    share = TrialShare.on(server, proxy.port(), folder);
    site = new TrialSite("2107-rollup", folder, start, share);
  }

  SambaServer server() {
    return server;
  }

  FaultyProxy proxy() {
    return proxy;
  }

  TrialSite site() {
    return site;
  }

  String publishTo() {
    return share.publishTo();
  }

  boolean firstVersionWhole() {
    return has(FIRST, ".garrison.json") && !has(SECOND, ".garrison.lock");
  }

  boolean secondVersionBegun() {
    return has(SECOND, ".garrison.json.pending");
  }

  private boolean has(String base, String name) {
    Path place = share.folder().resolve(base);
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.anyMatch(file -> file.endsWith(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Versions that show as complete and are not; there must never be one. */
  List<VersionState> halfVersions() {
    return versions(state ->
        !(state instanceof VersionState.Complete) && !(state instanceof VersionState.Incomplete));
  }

  int wholeVersions() {
    return versions(VersionState.Complete.class::isInstance).size();
  }

  /** Every file is read and its digest compared. */
  private List<VersionState> versions(Predicate<VersionState> which) {
    try (FolderShare read = new FolderShare(new ShareAddress.Folder(share.folder()))) {
      return Stream.of(FIRST, SECOND)
          .map(base -> new ContentFolder(read, SharePath.of(base), new Json(), "test"))
          .flatMap(base -> base.versions(_ -> true).keySet().stream().map(base::prove))
          .filter(which)
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    site.close();
    proxy.close();
    server.close();
  }
}

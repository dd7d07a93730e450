package dev.garrison.support;

import dev.garrison.job.JobRun;
import dev.garrison.jobaccess.JobAccess;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusWrites;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.outcome.SiteNames.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the names that identify your organization, from the manifest, the history, and the
 * files.
 */
final class KnownNames {
  private static final Pattern STARTER = Pattern.compile("(.+) on ([^,]+), process [0-9]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?");

  /** Common words; a group or scope with such a name identifies no organization. */
  private static final Set<String> OURS =
      Set.of("server", "servers", "default", "defender for endpoint");

  private static final int AT_ONCE = 500;

  private final SiteNames names;

  /**
   * @param names the names that are already known
   */
  KnownNames(SiteNames names) {
    this.names = names;
  }

  SiteNames names() {
    return names;
  }

  /** Adds the user and the computer that run this process. */
  void ofProcess(String user, String host) {
    names.knowServer(host);
    names.knowUser(user);
  }

  void of(Manifest manifest) {
    names.know(Kind.TENANT, manifest.tenant().orgId().toString());
    names.know(Kind.SITE, manifest.site().code());
    names.know(Kind.NAME, manifest.name());
    manifest.site().providers().forEach(this::host);
    of(manifest.site().access());
    manifest
        .wsus()
        .servers()
        .forEach(server -> {
          host(server.url());
          server.alias().ifPresent(names::knowServer);
          of(server.access());
        });
    switch (manifest.content().publishTo()) {
      case PublishTarget.Folder(var path) -> names.know(Kind.PATH, path.toString());
      case PublishTarget.SmbShare(String host, String share, String folder) ->
          share(host, share, folder.split("/", -1));
    }
    unc(manifest.content().contentSource());
    of(manifest.content().signIn());
    manifest
        .packages()
        .trust()
        .publishers()
        .forEach(publisher -> {
          file(publisher.certificate());
          names.know(Kind.NAME, publisher.publisher());
        });
    manifest
        .packages()
        .trust()
        .signers()
        .forEach(signer -> trusted(signer.root().stream().toList()));
    manifest
        .exemptions()
        .forEach(exemption -> {
          names.knowServer(exemption.server());
          names.knowUser(exemption.owner());
        });
    manifest.offboard().forEach(entry -> entry.servers().forEach(names::knowServer));
    named(manifest).stream()
        .filter(each -> manifest.rings().stream().noneMatch(is(each)))
        .filter(each -> !OURS.contains(each.toLowerCase(Locale.ROOT)))
        .forEach(each -> names.know(Kind.NAME, each));
    proxies(manifest).forEach(each -> host(URI.create("http://" + each.replaceFirst("^.*//", ""))));
    manifest
        .notifications()
        .forEach(webhook -> {
          names.know(Kind.NAME, webhook.name());
          trusted(webhook.trust());
          if (webhook.address() instanceof Webhook.Address.Written(URI address)) {
            host(address);
          }
        });
  }

  /**
   * Matches a ring by its name. Names of rings are not replaced, because all facts of a rollout
   * refer to them.
   */
  private static Predicate<Ring> is(String name) {
    return ring -> ring.name().equalsIgnoreCase(name);
  }

  private static List<String> named(Manifest manifest) {
    List<String> named = new ArrayList<>();
    Manifest _ =
        manifest.withCollections(collection -> {
          named.add(collection);
          return collection;
        });
    manifest.rings().forEach(ring -> named.addAll(ring.distributionGroups()));
    named.addAll(manifest.distribution().groups());
    named.addAll(manifest.securityScopes());
    manifest.consoleFolder().ifPresent(named::add);
    manifest
        .rollout()
        .clientSetting()
        .ifPresent(names -> named.addAll(List.of(names.setting(), names.policy())));
    for (WsusServer server : manifest.wsus().servers()) {
      server.rings().values().forEach(named::addAll);
      server.writes().flatMap(WsusWrites::canary).ifPresent(named::add);
    }
    manifest
        .wsus()
        .sensorUpdate()
        .ifPresent(update -> {
          update.deploymentPackage().ifPresent(named::add);
          for (UpdateRing ring : update.rings()) {
            named.addAll(ring.groups());
            ring.served()
                .ifPresent(served -> named.addAll(List.of(served.collection(), served.rule())));
          }
        });
    return named;
  }

  private static List<String> proxies(Manifest manifest) {
    return manifest.rings().stream()
        .flatMap(ring -> ring.proxy().stream())
        .<String>mapMulti((proxy, each) -> {
          proxy.sensor().ifPresent(each);
          proxy.antivirus().ifPresent(each);
        })
        .toList();
  }

  private void of(ServerAccess access) {
    of(access.signIn());
    trusted(access.trust());
  }

  private void trusted(List<? extends TrustAnchor> anchors) {
    for (TrustAnchor anchor : anchors) {
      if (anchor instanceof TrustAnchor.CertificateFile(Path file)) {
        file(file);
      }
    }
  }

  private void file(Path file) {
    Optional.ofNullable(file.getFileName())
        .ifPresent(name -> names.know(Kind.PATH, name.toString()));
  }

  private void of(SignIn signIn) {
    signIn.account().ifPresent(account -> names.knowUser(account.user()));
    signIn.writer().ifPresent(account -> names.knowUser(account.user()));
  }

  private void host(URI address) {
    Optional.ofNullable(address.getHost()).ifPresent(names::knowServer);
  }

  private void unc(String source) {
    String[] parts = source.replace('\\', '/').replaceFirst("^/+", "").split("/", -1);
    if (parts.length > 1) {
      share(parts[0], parts[1], List.of(parts).subList(2, parts.length).toArray(String[]::new));
    }
  }

  private void share(String host, String share, String... folders) {
    names.knowServer(host);
    names.know(Kind.SHARE, share);
    for (String folder : folders) {
      names.know(Kind.PATH, folder);
    }
  }

  /** Adds the users who started runs, and the names and creators of tokens. */
  void of(JobAccess jobs, List<JobRun> runs) {
    jobs.tokens()
        .forEach(token -> {
          names.know(Kind.USER, token.name());
          starter(token.createdBy());
        });
    runs.forEach(run -> starter(run.startedBy()));
  }

  private void starter(String who) {
    Matcher parts = STARTER.matcher(who);
    if (parts.matches()) {
      ofProcess(parts.group(1), parts.group(2));
    }
  }

  /** Adds the words in these texts that are names of known servers. */
  void seen(JobAccess jobs, Collection<String> texts) {
    Set<String> words = new TreeSet<>();
    for (String text : texts) {
      Matcher found = WORD.matcher(text);
      while (found.find()) {
        String word = found.group().toUpperCase(Locale.ROOT);
        words.add(word);
        words.add(word.replaceFirst("\\..*$", ""));
      }
    }
    List<String> all = List.copyOf(words);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      jobs.known(all.subList(from, Math.min(all.size(), from + AT_ONCE))).stream()
          .sorted()
          .forEach(names::knowServer);
    }
  }
}

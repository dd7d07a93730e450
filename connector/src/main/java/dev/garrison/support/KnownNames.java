package dev.garrison.support;

import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.outcome.SiteNames.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the names that tell whose service it is, from where each of them is known. */
final class KnownNames {
  private static final Pattern STARTER = Pattern.compile("(.+) on ([^,]+), process [0-9]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?");
  private static final int AT_ONCE = 500;

  private final SiteNames names;

  /**
   * @param names those that are known already
   */
  KnownNames(SiteNames names) {
    this.names = names;
  }

  SiteNames names() {
    return names;
  }

  /** Whoever runs this, and where. */
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
        .exemptions()
        .forEach(exemption -> {
          names.knowServer(exemption.server());
          names.knowUser(exemption.owner());
        });
    collections(manifest).forEach(each -> names.know(Kind.NAME, each));
    proxies(manifest).forEach(each -> host(URI.create("http://" + each.replaceFirst("^.*//", ""))));
    manifest
        .notifications()
        .forEach(webhook -> {
          names.know(Kind.NAME, webhook.name());
          if (webhook.address() instanceof Webhook.Address.Written(URI address)) {
            host(address);
          }
        });
  }

  private static List<String> collections(Manifest manifest) {
    List<String> collections = new ArrayList<>(List.of(manifest.limitingCollection()));
    manifest
        .rings()
        .forEach(ring -> {
          collections.addAll(ring.collections());
          collections.addAll(ring.exclude());
          collections.addAll(ring.distributionGroups());
        });
    manifest.offboard().stream().map(OffboardSection::collection).forEach(collections::add);
    return collections;
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

  /** Whoever started runs, and whoever has a token. */
  void of(JobDesk desk, List<JobRun> runs) {
    desk.tokens()
        .all()
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

  /** Of the words that stand in these texts, those that are names of servers that were seen. */
  void seen(JobDesk desk, Collection<String> texts) {
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
      desk.standings().known(all.subList(from, Math.min(all.size(), from + AT_ONCE))).stream()
          .sorted()
          .forEach(names::knowServer);
    }
  }
}

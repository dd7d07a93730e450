package dev.garrison.wiring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ContentSection;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.secret.SecretStore;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.AccessListed;
import dev.garrison.share.access.OpenRights;
import dev.garrison.share.folder.FolderShare;
import dev.garrison.share.jcifs.SmbShare;
import dev.garrison.share.smbj.SmbjShare;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Content share of one manifest.
 *
 * @param remark a description of the connection, available once the share was reached
 */
record ContentPlace(ContentShare share, Supplier<Optional<String>> remark) {
  /** Chooses the library for the content share; connects to nothing. */
  static ContentPlace open(ContentSection content, SecretStore secrets, DomainIdentity identity) {
    try {
      return switch (ShareAddress.parse(content.publishTo().toString())) {
        case ShareAddress.Folder folder ->
            new ContentPlace(new FolderShare(folder), Optional::empty);
        case ShareAddress.Smb smb -> smb(smb, content, account(content, secrets, identity));
      };
    } catch (ContentShareException failure) {
      throw new RefusalException(failure.diagnostic(), failure);
    }
  }

  /** Opens the share for a probe, with its access lists if they can be read. */
  static ProbeAccess.Content probed(
      ContentSection content, SecretStore secrets, DomainIdentity identity) {
    ContentPlace place = open(content, secrets, identity);
    return new ProbeAccess.Content(
        place.share(),
        lists(place.share()),
        ShareAddress.parse(content.publishTo().toString()),
        UncPath.parse(content.contentSource()),
        place.remark());
  }

  /**
   * Opens the share for checks and changes of its access rights.
   *
   * @throws RefusalException when the manifest's share has no access lists that can be read
   */
  static OpenRights rights(ContentSection content, SecretStore secrets, DomainIdentity identity) {
    if (ShareAddress.parse(content.publishTo().toString()) instanceof ShareAddress.Smb address
        && content.smb() != ContentSection.SmbAdapter.JCIFS_NG) {
      ShareAccount account = account(content, secrets, identity);
      if (account instanceof ShareAccount.Kerberos kerberos) {
        // The secrets are put away before the share is asked.
        kerberos.login().holder();
      }
      SmbjShare share = new SmbjShare(address, account);
      return new OpenRights(
          share, share, address, UncPath.parse(content.contentSource()), remark(address, share));
    }
    if (ShareAddress.parse(content.publishTo().toString()) instanceof ShareAddress.Folder folder
        && NtfsAccess.appliesTo(folder.path())) {
      FolderShare share = new FolderShare(folder);
      return new OpenRights(
          share,
          share.accessLists().orElseThrow(),
          folder,
          UncPath.parse(content.contentSource()),
          Optional::empty);
    }
    throw new RefusalException(
        new ContentShareException(
                Kind.RIGHTS_UNSUPPORTED,
                "readRights",
                content.publishTo().toString(),
                content.smb() == ContentSection.SmbAdapter.JCIFS_NG
                    ? "\"content.smb\" is jcifs-ng"
                    : "",
                null)
            .diagnostic());
  }

  private static Optional<AccessListed> lists(ContentShare share) {
    return switch (share) {
      case SmbjShare controlled -> Optional.of(controlled);
      case FolderShare folder -> folder.accessLists();
      default -> Optional.empty();
    };
  }

  private static Supplier<Optional<String>> remark(ShareAddress.Smb address, SmbjShare share) {
    return () ->
        share
            .protection()
            .map(protection ->
                Text.of("share-remark.smbj", "share", address, "protection", protection)
                    .toString());
  }

  private static ContentPlace smb(
      ShareAddress.Smb address, ContentSection content, ShareAccount account) {
    return switch (content.smb()) {
      case AUTO, SMBJ -> {
        SmbjShare share = new SmbjShare(address, account);
        yield new ContentPlace(share, remark(address, share));
      }
      case JCIFS_NG ->
          new ContentPlace(
              new SmbShare(address, account, () -> entersEncrypted(address, account)),
              () -> Optional.of(Text.of("share-remark.jcifs", "share", address).toString()));
    };
  }

  private static boolean entersEncrypted(ShareAddress.Smb address, ShareAccount account) {
    try (SmbjShare share = new SmbjShare(address, account)) {
      return share.entersEncrypted();
    }
  }

  private static ShareAccount account(
      ContentSection content, SecretStore secrets, DomainIdentity identity) {
    SignIn signIn = content.signIn();
    if (signIn.account().isEmpty() && identity.isOfWindows()) {
      throw new RefusalException(
          Diagnostic.error(
              WiringCode.SHARE_ACCOUNT_MISSING,
              Message.of(
                  "share-account.windows",
                  "path",
                  unc(ShareAddress.parse(content.publishTo().toString())))));
    }
    return switch (signIn.method()) {
      case KERBEROS ->
          new ShareAccount.Kerberos(identity.login(signIn.account()), signIn.servicePrincipal());
      case NTLM -> local(signIn.account().orElseThrow(), secrets);
      case WINDOWS, NEGOTIATE, BASIC, NONE ->
          throw new IllegalStateException("no sign-in to a share: " + signIn.method());
    };
  }

  /** The place as Windows itself opens it, at the port of SMB. */
  private static String unc(ShareAddress address) {
    return switch (address) {
      case ShareAddress.Folder folder -> folder.path().toString();
      case ShareAddress.Smb smb ->
          "\\\\"
              + Stream.concat(Stream.of(smb.host(), smb.share()), smb.path().names().stream())
                  .collect(Collectors.joining("\\"));
    };
  }

  private static ShareAccount local(Account given, SecretStore secrets) {
    int domain = given.user().indexOf('\\');
    return new ShareAccount.Ntlm(
        domain < 0 ? "" : given.user().substring(0, domain),
        given.user().substring(domain + 1),
        // The SMB library takes a text; it lives as long as the connection.
        secrets
            .read(given.password().toString())
            .useUp(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }
}

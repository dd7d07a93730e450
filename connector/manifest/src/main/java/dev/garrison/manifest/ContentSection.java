package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.SignIn;

/**
 * Share to which content is published, and the path under which the site server reads it.
 *
 * @param publishTo the share or folder to which Garrison writes
 * @param contentSource the UNC path under which the site server reads the same files
 * @param signIn the sign-in to an SMB share, by Kerberos or NTLM; none, which is possible only for
 *     a folder
 * @param smb the library that speaks SMB
 * @param keepVersions the number of versions that stay on the share in addition to those that a
 *     deployment uses
 */
public record ContentSection(
    PublishTarget publishTo,
    String contentSource,
    SignIn signIn,
    SmbAdapter smb,
    int keepVersions) {
  public ContentSection {
    if (keepVersions < 1) {
      throw new IllegalArgumentException("at least one version stays on the share");
    }
  }

  /** Library that speaks SMB. */
  public enum SmbAdapter implements Worded {
    AUTO,
    SMBJ,
    JCIFS_NG
  }
}

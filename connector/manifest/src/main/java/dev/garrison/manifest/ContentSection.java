package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.SignIn;

/**
 * Where files go.
 *
 * @param publishTo how Garrison writes
 * @param contentSource the UNC path under which the site server reads the same files
 * @param signIn to an SMB share; none, which only a folder can do without, or Kerberos or NTLM
 * @param smb what speaks SMB
 * @param keepVersions how many versions stay on the share besides those that a deployment uses
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

  /** Which library carries SMB. */
  public enum SmbAdapter implements Worded {
    AUTO,
    SMBJ,
    JCIFS_NG
  }
}

package dev.garrison.share.smbj;

import com.hierynomus.msdtyp.ACL;
import com.hierynomus.msdtyp.AccessMask;
import com.hierynomus.msdtyp.SID;
import com.hierynomus.msdtyp.SecurityDescriptor;
import com.hierynomus.msdtyp.SecurityDescriptor.Control;
import com.hierynomus.msdtyp.SecurityInformation;
import com.hierynomus.msdtyp.ace.ACE;
import com.hierynomus.msdtyp.ace.AceFlags;
import com.hierynomus.msdtyp.ace.AceType;
import com.hierynomus.msdtyp.ace.AceTypes;
import com.hierynomus.mssmb2.SMB2CreateDisposition;
import com.hierynomus.mssmb2.SMB2ShareAccess;
import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.protocol.commons.EnumWithValue.EnumUtils;
import com.hierynomus.smbj.share.Directory;
import com.hierynomus.smbj.share.DiskEntry;
import com.hierynomus.smbj.share.DiskShare;
import dev.garrison.files.acl.AccessEntry;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.SmbStatus;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and sets access lists with smbj. */
final class SmbjRights {
  private static final Set<SecurityInformation> READ =
      EnumSet.of(
          SecurityInformation.OWNER_SECURITY_INFORMATION,
          SecurityInformation.DACL_SECURITY_INFORMATION);
  private static final Set<SecurityInformation> WRITTEN =
      EnumSet.of(SecurityInformation.DACL_SECURITY_INFORMATION);

  /** The list would keep this account from its work, or the server stores a different one. */
  static final class NotKeptException extends IOException implements TextFailure {
    private static final long serialVersionUID = 1L;

    private final transient Text words;

    NotKeptException(Text words) {
      super(words.toString());
      this.words = words;
    }

    @Override
    public Text words() {
      return words;
    }
  }

  private final DiskShare disk;

  SmbjRights(DiskShare disk) {
    this.disk = disk;
  }

  AccessList read(String place) throws IOException {
    try (DiskEntry entry = opened(place, EnumSet.of(AccessMask.READ_CONTROL))) {
      return ours(entry.getSecurityInformation(READ));
    }
  }

  /**
   * Sets a list, and restores the old one if the new one does not work. The handle was opened under
   * the old list, and keeps its rights under the new one, so it can restore the old one.
   */
  void write(String place, AccessList list) throws IOException {
    try (DiskEntry entry =
        opened(place, EnumSet.of(AccessMask.READ_CONTROL, AccessMask.WRITE_DAC))) {
      AccessList before = ours(entry.getSecurityInformation(READ));
      entry.setSecurityInformation(theirs(list), WRITTEN);
      AccessList kept = ours(entry.getSecurityInformation(READ));
      if (!kept.sameEntries(list)) {
        entry.setSecurityInformation(theirs(before), WRITTEN);
        throw new NotKeptException(Text.of("share.rights-altered", "list", kept.sddl()));
      }
      if (!works(place, entry instanceof Directory)) {
        entry.setSecurityInformation(theirs(before), WRITTEN);
        throw new NotKeptException(Text.of("share.rights-lost"));
      }
    }
  }

  private boolean works(String place, boolean folder) {
    try (DiskEntry _ =
        opened(
            place,
            folder
                ? EnumSet.of(
                    AccessMask.FILE_LIST_DIRECTORY,
                    AccessMask.FILE_ADD_FILE,
                    AccessMask.FILE_ADD_SUBDIRECTORY)
                : EnumSet.of(AccessMask.FILE_WRITE_ATTRIBUTES))) {
      return true;
    } catch (SMBApiException e) {
      if (SmbStatus.kind((int) e.getStatusCode(), true).equals(Optional.of(Kind.ACCESS_DENIED))) {
        return false;
      }
      throw e;
    }
  }

  private DiskEntry opened(String place, Set<AccessMask> access) {
    return disk.open(
        place, access, null, SMB2ShareAccess.ALL, SMB2CreateDisposition.FILE_OPEN, null);
  }

  private static AccessList ours(SecurityDescriptor descriptor) throws IOException {
    SID owner = descriptor.getOwnerSid();
    if (owner == null) {
      throw new ProtocolException("the server names no owner");
    }
    List<AccessEntry> entries = new ArrayList<>();
    ACL list = descriptor.getDacl();
    if (list == null) {
      // MS-DTYP 2.4.5: without a list, everybody may do everything.
      entries.add(
          new AccessEntry(
              true, AccessEntry.TO_FILES | AccessEntry.TO_FOLDERS, AccessEntry.FULL, Sid.EVERYONE));
    } else {
      for (ACE entry : list.getAces()) {
        entries.add(ours(entry));
      }
    }
    return new AccessList(
        new Sid(owner.toString()), descriptor.getControl().contains(Control.PD), entries);
  }

  private static AccessEntry ours(ACE entry) throws IOException {
    AceType kind = entry.getAceHeader().getAceType();
    if (kind != AceType.ACCESS_ALLOWED_ACE_TYPE && kind != AceType.ACCESS_DENIED_ACE_TYPE) {
      throw new ProtocolException("an entry of the kind " + kind + " is not understood");
    }
    return new AccessEntry(
        kind == AceType.ACCESS_ALLOWED_ACE_TYPE,
        (int) EnumUtils.toLong(entry.getAceHeader().getAceFlags()),
        entry.getAccessMask(),
        new Sid(entry.getSid().toString()));
  }

  private static SecurityDescriptor theirs(AccessList list) {
    List<ACE> entries = new ArrayList<>();
    for (AccessEntry entry : list.entries()) {
      Set<AceFlags> flags = EnumUtils.toEnumSet(entry.flags(), AceFlags.class);
      Set<AccessMask> mask = EnumUtils.toEnumSet(entry.mask(), AccessMask.class);
      SID sid = SID.fromString(entry.sid().text());
      entries.add(
          entry.allows()
              ? AceTypes.accessAllowedAce(flags, mask, sid)
              : AceTypes.accessDeniedAce(flags, mask, sid));
    }
    // DC asks the server to keep DI, which says that entries may come from above.
    Set<Control> control =
        list.closed()
            ? EnumSet.of(Control.SR, Control.DP, Control.PD)
            : EnumSet.of(Control.SR, Control.DP, Control.DI, Control.DC);
    return new SecurityDescriptor(control, null, null, null, new ACL(ACL.ACL_REVISION, entries));
  }
}

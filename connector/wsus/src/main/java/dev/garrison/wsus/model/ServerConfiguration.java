package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.xml.XmlElement;
import java.util.UUID;

/**
 * What Garrison reads of a server's configuration. It is never written: the service takes the whole
 * row back, its encryption key included.
 *
 * @param serverId the same for the life of the server
 * @param syncsFromMicrosoft whether it has no upstream WSUS
 * @param upstream that server's name, empty where there is none
 * @param isReplica whether it takes approvals from its upstream, and refuses others
 * @param isSetUp whether somebody has gone through its first configuration
 * @param refreshesApprovals whether approvals follow to a new revision by themselves
 * @param keepsFiles whether it serves the updates' files itself
 * @param upstreamPort that server's port; says nothing where there is none
 */
public record ServerConfiguration(
    UUID serverId,
    boolean syncsFromMicrosoft,
    String upstream,
    boolean isReplica,
    boolean isSetUp,
    boolean refreshesApprovals,
    boolean keepsFiles,
    int upstreamPort) {
  /**
   * From the element of the result.
   *
   * @throws SoapFormatException if something is missing
   */
  public static ServerConfiguration of(XmlElement result) {
    Fields row =
        new Fields(
            result
                .child("Configuration")
                .orElseThrow(() -> new SoapFormatException("no <Configuration>")));
    return new ServerConfiguration(
        row.id("ServerId"),
        row.truth("SyncToMU"),
        row.text("UpstreamServerName"),
        row.truth("ReplicaMode"),
        row.truth("OobeInitialized"),
        row.truth("AutoRefreshDeployments"),
        !row.truth("HostOnMu"),
        row.number("ServerPortNumber"));
  }
}

package dev.garrison.wsus.model;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.xml.XmlElement;
import java.util.UUID;

/**
 * Part of a server's configuration that Garrison reads. It is never written: the service takes the
 * complete row back, its encryption key included.
 *
 * @param serverId the same for the life of the server
 * @param syncsFromMicrosoft whether it has no upstream WSUS
 * @param upstream that server's name, empty where there is none
 * @param isReplica whether it takes approvals from its upstream server and refuses others
 * @param isSetUp whether its initial configuration was completed
 * @param refreshesApprovals whether approvals move to a new revision automatically
 * @param keepsFiles whether it serves the updates' files itself
 * @param upstreamPort that server's port; has no meaning where there is none
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
   * Reads the configuration from the result element.
   *
   * @throws SoapFormatException if something is missing
   */
  public static ServerConfiguration of(XmlElement result) {
    Fields row =
        new Fields(
            result
                .child("Configuration")
                .orElseThrow(() ->
                    new SoapFormatException(
                        Text.of("soap.element-missing", "name", "Configuration"))));
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

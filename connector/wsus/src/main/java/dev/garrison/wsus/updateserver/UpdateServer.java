package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.connection.ServerClock;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ComputerRows;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.WsdlXml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The WSUS administration operations that Garrison uses, and no others. Requests run one after the
 * other, with a pause between two. Every failure is an {@link UpdateServerException}.
 *
 * <p>A write is done only when a fresh read shows it: the service answers some misunderstandings
 * with success.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR</a>
 */
public interface UpdateServer extends AutoCloseable {
  /** Whose name this server is known by, with its port. */
  String name();

  /**
   * Its clock, as its last answer showed it. Nothing is written to it while its clock and ours are
   * too far apart.
   */
  ServerClock clock();

  /** What its rows were like so far, and which could not be understood. */
  RowsSeen rows();

  /** Such as {@code 10.0.20348.1}. */
  String version();

  /** Of the server-to-server protocol, such as {@code 1.20}. */
  String protocolVersion();

  UserRole role();

  ServerConfiguration configuration();

  /** What the server says of its operations. */
  WsdlXml description();

  /** Names of components with errors. */
  List<String> componentsWithErrors();

  /** How many updates could not be downloaded. */
  int failedDownloads();

  /**
   * Servers that synchronise from this one, and from those.
   *
   * @param serverId this one's own, under which those are filed that name nobody
   */
  List<DownstreamServer> downstreamServers(UUID serverId);

  Subscription subscription();

  /** The categories that are synchronised: products, or classifications. */
  List<Category> subscribed(boolean classifications);

  /** Ids of the same, those of a kind that Garrison does not know too. */
  List<UUID> subscribedIds(boolean classifications);

  /** All categories that the server knows: products and their families, or classifications. */
  List<Category> categories(boolean classifications);

  SyncState syncState();

  /** How far the synchronisation is that runs, phase by phase. */
  List<SyncProgress> syncProgress();

  /** How synchronisations ended since then. */
  List<SyncEvent> syncEndings(Instant since);

  /** How many updates a search would find. */
  int count(UpdateScope scope);

  /** All revisions that are the latest, in any state. */
  FoundUpdates search(UpdateScope scope);

  /** Updates whose title, description or article has this text. */
  FoundUpdates search(String text);

  /** One revision of an update; none where the server has no such revision. */
  FoundUpdates revision(UpdateIdentity id);

  /** Updates on this server that supersede this one. */
  FoundUpdates superseding(UpdateIdentity id);

  List<TargetGroup> groups();

  List<ApprovalRule> rules();

  /** Approvals of all updates that a search would find, the server's own ones included. */
  List<Approval> approvals(UpdateScope scope);

  /** Approvals of one revision for any group, the server's own ones included. */
  List<Approval> approvals(UpdateIdentity id);

  /** How many computers of each group are in which state, without those of groups inside it. */
  List<StateCount> counts(UUID updateId);

  /** What every computer of a group, and of those in it, reported of an update. */
  List<ComputerRows.State> states(UUID updateId, UUID group);

  /** In which groups every computer of a group is, and of those in it. */
  List<ComputerRows.Membership> memberships(UUID group);

  /**
   * Approves for installation.
   *
   * @param admin what the console shows as who approved
   * @return the server's own word on it
   */
  Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin);

  /** Takes one approval back; the group then inherits. */
  void removeApproval(UUID approval, String admin);

  /** Declines all revisions; cannot be taken back without an approval. Refused on a replica. */
  void decline(UUID updateId, String admin);

  /** Accepts licence terms for everybody. */
  void acceptLicense(UUID license, UpdateIdentity id, String admin);

  /** Replaces both lists of what is synchronised. */
  void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin);

  /** Begins a synchronisation, which goes on by itself. */
  void startSynchronization();

  /** Ends all connections; requests that still run fail. */
  @Override
  void close();
}

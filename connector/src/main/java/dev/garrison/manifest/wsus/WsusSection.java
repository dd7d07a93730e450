package dev.garrison.manifest.wsus;

import java.util.List;

/**
 * The WSUS servers of the company.
 *
 * @param servers in the order of the manifest; none where WSUS is not to be touched
 */
public record WsusSection(List<WsusServer> servers) {
  /** Nothing about WSUS. */
  public static final WsusSection NONE = new WsusSection(List.of());

  public WsusSection {
    servers = List.copyOf(servers);
  }
}

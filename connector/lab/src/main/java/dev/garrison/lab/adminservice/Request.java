package dev.garrison.lab.adminservice;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP request below {@code /AdminService}.
 *
 * @param base the service's own address, for contexts and next links
 * @param path raw, after {@code /AdminService}
 * @param query raw, null when absent
 * @param contentType the header, null when absent
 */
@SuppressWarnings("ArrayRecordComponent") // made for one request and never compared
public record Request(
    String method,
    String base,
    String path,
    @Nullable String query,
    @Nullable String contentType,
    byte[] body) {}

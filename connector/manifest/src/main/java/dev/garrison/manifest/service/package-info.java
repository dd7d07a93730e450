/** HTTP server of the service, as the manifest configures it. */
@NullMarked
package dev.garrison.manifest.service;

import org.jspecify.annotations.NullMarked;

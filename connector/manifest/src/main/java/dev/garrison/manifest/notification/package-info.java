/** Webhooks that the service notifies of its findings, as the manifest describes them. */
@NullMarked
package dev.garrison.manifest.notification;

import org.jspecify.annotations.NullMarked;

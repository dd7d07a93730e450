/** Strict reader of the application digest (SDMPackageXML), written from public samples only. */
@NullMarked
package dev.garrison.lab.adminservice.digest;

import org.jspecify.annotations.NullMarked;

/** SDMPackageXML: a strict reader of the application digest, written from public samples alone. */
@NullMarked
package dev.garrison.lab.adminservice.digest;

import org.jspecify.annotations.NullMarked;

/** Rights of the account's security roles; the SMS Provider refuses or hides the rest. */
@NullMarked
package dev.garrison.lab.adminservice.rights;

import org.jspecify.annotations.NullMarked;

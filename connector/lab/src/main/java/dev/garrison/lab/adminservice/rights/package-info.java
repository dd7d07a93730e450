/** What the roles of the account grant, and what the SMS Provider then refuses and hides. */
@NullMarked
package dev.garrison.lab.adminservice.rights;

import org.jspecify.annotations.NullMarked;

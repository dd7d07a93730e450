/** What an account can do with the rights that the documents ask for. */
@NullMarked
package dev.garrison.campaign.rights;

import org.jspecify.annotations.NullMarked;

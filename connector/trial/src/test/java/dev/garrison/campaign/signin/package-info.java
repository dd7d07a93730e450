/** The whole way on sites that demand Windows authentication. */
@NullMarked
package dev.garrison.campaign.signin;

import org.jspecify.annotations.NullMarked;

/** One server of the site is real: what Garrison deploys is carried out on a server under Wine. */
@NullMarked
package dev.garrison.realserver;

import org.jspecify.annotations.NullMarked;

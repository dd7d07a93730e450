/** What a site installs, looked at and started as a site would. */
@NullMarked
package dev.garrison.dist;

import org.jspecify.annotations.NullMarked;

/**
 * Watches one line of Windows telephony (TAPI 2.x), whoever made its driver. The telephone system stands behind the
 * driver; what Windows hands over is read by fixed offsets, all in one class, and translated in another.
 */
package io.deskbell.source.tapi;

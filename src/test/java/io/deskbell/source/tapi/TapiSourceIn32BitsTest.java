package io.deskbell.source.tapi;

/** A line from its opening to its end, with structures as a 32-bit process has them. */
class TapiSourceIn32BitsTest extends TapiSourceTest {
    @Override
    TapiLayout layout() {
        return TapiLayout.BITS_32;
    }
}

using System.Security.Cryptography;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>Wraps subjects' keys under one circle's key and the current epoch's. Not for several threads at once.</summary>
internal sealed class GrantSealer(OrganisationId organisation, CircleId circle, int generation, byte[] circleKey, ServerSecrets secrets) : IDisposable
{
    private readonly int epoch = secrets.CurrentEpoch;
    private readonly AesGcm inner = Envelope.Cipher(circleKey);
    private readonly AesGcm outer = Envelope.Cipher(secrets.Epoch(secrets.CurrentEpoch)!.Value.Span);

    public GrantRow Wrap(SubjectKey key)
    {
        var bound = Grants.Bound(key.Subject, circle.Value, GrantKind.Circle, generation);
        return new GrantRow
        {
            Subject = key.Subject,
            Holder = circle.Value,
            Organisation = organisation,
            Kind = GrantKind.Circle,
            Generation = generation,
            Epoch = epoch,
            SealedKey = Envelope.Encrypt(outer, Envelope.Encrypt(inner, key.Key, bound), bound),
        };
    }

    public void Dispose()
    {
        inner.Dispose();
        outer.Dispose();
    }
}

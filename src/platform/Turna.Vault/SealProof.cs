using System.Security.Cryptography;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>
/// The claim that a ciphertext cannot be moved or altered, tried out: envelopes are opened in one another's places, and each byte of each is
/// changed. None may open.
/// </summary>
/// <param name="Envelopes">How many were made.</param>
/// <param name="OpenedInPlace">How many opened where they belong: all must.</param>
/// <param name="Swaps">How many openings in another's place were tried.</param>
/// <param name="Alterations">How many altered envelopes were tried.</param>
/// <param name="Accepted">How many of those opened: none may.</param>
public sealed record SealProof(int Envelopes, int OpenedInPlace, int Swaps, long Alterations, int Accepted)
{
    public static SealProof Run(int swaps, int envelopes)
    {
        var key = RandomNumberGenerator.GetBytes(Envelope.KeyLength);
        var organisation = OrganisationId.New();
        var subject = new SubjectId(Guid.CreateVersion7());
        var made = Enumerable.Range(0, envelopes).Select(i =>
        {
            var place = new Place(organisation, i % 2 == 0 ? "people_person" : "cases_case", i % 3 == 0 ? "identity" : "content", Guid.CreateVersion7(), subject, 1 + (i % 5));
            return (Place: place, Value: Envelope.Seal(key, place, BitConverter.GetBytes(i)));
        }).ToList();
        var inPlace = made.Count(m => Opens(key, m.Place, m.Value));
        var accepted = 0;
        for (var i = 0; i < swaps; i++)
        {
            var from = i % made.Count;
            var to = (from + 1 + (i / made.Count % (made.Count - 1))) % made.Count;
            if (Opens(key, made[to].Place, made[from].Value)) accepted++;
        }

        var alterations = 0L;
        foreach (var (place, value) in made)
        {
            for (var i = 0; i < value.Envelope.Length; i++, alterations++)
            {
                var altered = value.Envelope.ToArray();
                altered[i] ^= (byte)(1 + (i % 255));
                if (Opens(key, place, new Data.Sealed(altered))) accepted++;
            }
        }

        return new SealProof(envelopes, inPlace, swaps, alterations, accepted);
    }

    private static bool Opens(byte[] key, Place place, Data.Sealed value)
    {
        try
        {
            _ = Envelope.Open(key, place, value);
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }
}

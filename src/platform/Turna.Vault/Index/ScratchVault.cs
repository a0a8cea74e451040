using System.Security.Cryptography;
using System.Text.Json;
using Turna.Kernel;

namespace Turna.Vault.Index;

/// <summary>A person as a scratch register holds her: her key wrapped as a grant is, and her identity sealed under it.</summary>
/// <param name="Grant">The key, wrapped under the team's and the epoch's key.</param>
/// <param name="Identity">The sealed identity.</param>
public readonly record struct SealedPerson(byte[] Grant, byte[] Identity);

/// <summary>
/// The vault's envelopes with keys that live as long as this object: for measuring on made-up people, outside any organisation's
/// database. Every byte is sealed as in the real one; only the ledger and the custody of keys are left out.
/// </summary>
public sealed class ScratchVault : IDisposable
{
    private const string Table = "people_person";
    private const string Column = "identity";

    private readonly byte[] circle = RandomNumberGenerator.GetBytes(Envelope.KeyLength);
    private readonly byte[] epoch = RandomNumberGenerator.GetBytes(Envelope.KeyLength);
    private readonly byte[] index = RandomNumberGenerator.GetBytes(Envelope.KeyLength);
    private readonly OrganisationId tenant = new(Guid.CreateVersion7());

    /// <summary>The index of this vault at a width; one for each thread.</summary>
    public IndexSeal Index(int width) => new(index, width);

    /// <summary>Makes a person's key, wraps it twice and seals her identity.</summary>
    public SealedPerson Seal<T>(Guid person, T identity)
        where T : class
    {
        var key = RandomNumberGenerator.GetBytes(Envelope.KeyLength);
        var bound = person.ToByteArray(bigEndian: true);
        var grant = Envelope.Encrypt(epoch, Envelope.Encrypt(circle, key, bound), bound);
        var envelope = Envelope.Seal(key, PlaceOf(person), JsonSerializer.SerializeToUtf8Bytes(identity));
        return new SealedPerson(grant, envelope.Envelope.ToArray());
    }

    /// <summary>Opens an identity.</summary>
    /// <exception cref="SealBrokenException">A byte, or the person, is not what it was.</exception>
    public T Open<T>(Guid person, SealedPerson row)
        where T : class
    {
        var bound = person.ToByteArray(bigEndian: true);
        var key = Envelope.Decrypt(circle, Envelope.Decrypt(epoch, row.Grant, bound), bound);
        return JsonSerializer.Deserialize<T>(Envelope.Open(key, PlaceOf(person), new Data.Sealed(row.Identity)))!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(circle);
        CryptographicOperations.ZeroMemory(epoch);
        CryptographicOperations.ZeroMemory(index);
    }

    private Place PlaceOf(Guid person) => new(tenant, Table, Column, person, new SubjectId(person), 1);
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>Grants of subjects' keys: wrapped under the circle's key and the epoch's, or sealed to a circle's intake or to a member.</summary>
internal sealed class Grants(TurnaDb db, KeyRing ring, RowTruth truth, ServerSecrets secrets) : IDisposable
{
    private static readonly PreparedQuestion<SubjectId, Stamped<GrantRow>> OfSubject = new(
        (db, subject) => db.Set<GrantRow>().AsNoTracking().Where(g => g.Subject == subject).Select(g => new Stamped<GrantRow>(g, EF.Property<byte[]?>(g, RowStamp.Name))));

    private readonly Dictionary<int, AesGcm> epochs = [];

    /// <summary>A grant for a circle: by its key when she holds it, else by its intake key.</summary>
    /// <exception cref="InvalidOperationException">The circle has no key yet, or its intake key was changed outside of Turna.</exception>
    public async Task<GrantRow> ForCircleAsync(SubjectKey key, OrganisationId organisation, CircleId circle, CancellationToken cancel)
    {
        if (ring.NewestCircleKey(circle) is { } held) return Wrapped(key, organisation, circle, held.Generation, held.Key);
        var row = await TrueAsync(
            db.Set<CircleRow>().Where(c => c.Id == circle && c.Organisation == organisation), organisation, "This circle has no key yet: one of its members must sign in first.", cancel);
        return SealedTo(key, organisation, circle.Value, GrantKind.Intake, row.IntakePublicKey);
    }

    /// <summary>Wraps keys for a circle whose key she holds, many under one set-up. The caller disposes of it.</summary>
    /// <exception cref="InvalidOperationException">She does not hold it.</exception>
    public GrantSealer SealerOf(OrganisationId organisation, CircleId circle) =>
        ring.NewestCircleKey(circle) is { } held
            ? new GrantSealer(organisation, circle, held.Generation, held.Key, secrets)
            : throw new KeyNotGivenException("The circle's key has not been given to this member.");

    /// <summary>A grant for a named member.</summary>
    /// <exception cref="InvalidOperationException">The member has no keys yet, or they were changed outside of Turna.</exception>
    public async Task<GrantRow> ForMemberAsync(SubjectKey key, OrganisationId organisation, MemberId member, CancellationToken cancel)
    {
        var row = await TrueAsync(
            db.Set<MemberKeyRow>().Where(m => m.Id == member && m.Organisation == organisation), organisation, "This member has no keys yet: she must sign in first.", cancel);
        return SealedTo(key, organisation, member.Value, GrantKind.Member, row.PublicKey);
    }

    /// <summary>Puts a grant in the place of an earlier one of the same holder.</summary>
    public async Task ReplaceAsync(GrantRow row, CancellationToken cancel)
    {
        var earlier = await db.Set<GrantRow>().SingleOrDefaultAsync(g => g.Subject == row.Subject && g.Holder == row.Holder, cancel);
        if (earlier is null) db.Add(row);
        else (earlier.Kind, earlier.Generation, earlier.Epoch, earlier.SealedKey) = (row.Kind, row.Generation, row.Epoch, row.SealedKey);
    }

    public void Dispose()
    {
        foreach (var cipher in epochs.Values) cipher.Dispose();
        epochs.Clear();
    }

    public async Task<IReadOnlyDictionary<SubjectId, SubjectKey>> FindAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken cancel)
    {
        var found = new Dictionary<SubjectId, SubjectKey>();
        if (!ring.IsUnlocked || subjects.Count == 0) return found;
        List<Guid> holders = [ring.Member!.Value.Value, .. ring.Circles];
        var rows = await RowsOf(subjects, holders).ToListAsync(cancel);
        foreach (var read in rows)
        {
            var row = read.Row;
            if (found.ContainsKey(row.Subject) || !holders.Contains(row.Holder)) continue;
            // Anybody can seal a key of his own making to a public key; under a circle's key only a holder can.
            if (row.Kind != GrantKind.Circle && !await truth.HoldsAsync(db, row.Organisation, read)) continue;
            if (await UnwrapAsync(read, cancel) is { } key) found[row.Subject] = new SubjectKey(row.Subject, key);
        }

        return found;
    }

    // A question with a list in it is put together anew each time; most are about one subject, whom few hold.
    private IAsyncEnumerable<Stamped<GrantRow>> RowsOf(IReadOnlyCollection<SubjectId> subjects, List<Guid> holders) => subjects.Count == 1
        ? OfSubject.Of(db, subjects.First())
        : db.Set<GrantRow>().Where(g => EF.Parameter(subjects).Contains(g.Subject) && EF.Parameter(holders).Contains(g.Holder)).WithStamps().AsAsyncEnumerable();

    /// <summary>Wraps anew, in the unit of work, grants of circles that have a newer key than they were wrapped under; at most so many.</summary>
    public async Task<int> ResealAsync(int most, CancellationToken cancel)
    {
        var resealed = 0;
        foreach (var circle in ring.Circles.Select(c => new CircleId(c)))
        {
            var newest = ring.NewestCircleKey(circle)!.Value;
            var old = await db.Set<GrantRow>().Where(g => g.Holder == circle.Value && g.Kind == GrantKind.Circle && g.Generation < newest.Generation)
                .Take(most - resealed).ToListAsync(cancel);
            foreach (var row in old.Where(g => truth.Holds(db, g)))
            {
                if (await UnwrapAsync(row, cancel) is not { } key) continue;
                var fresh = Wrapped(new SubjectKey(row.Subject, key), row.Organisation, circle, newest.Generation, newest.Key);
                (row.Generation, row.Epoch, row.SealedKey) = (fresh.Generation, fresh.Epoch, fresh.SealedKey);
                resealed++;
            }
        }

        return resealed;
    }

    private async Task<T> TrueAsync<T>(IQueryable<T> one, OrganisationId organisation, string missing, CancellationToken cancel)
        where T : class
    {
        if (await truth.ReadAsync(db, organisation, one, cancel) is [var row]) return row;
        throw new InvalidOperationException(await one.AnyAsync(cancel) ? "The public key was changed outside of Turna: nothing is sealed to it." : missing);
    }

    // A grant that somebody altered opens nothing, and takes nothing else down with it: what stands beside it in a list is opened as ever.
    private async Task<byte[]?> UnwrapAsync(Stamped<GrantRow> read, CancellationToken cancel)
    {
        try
        {
            return await UnwrapAsync(read.Row, cancel);
        }
        catch (SealBrokenException)
        {
            await truth.HoldsAsync(db, read.Row.Organisation, read);
            return null;
        }
    }

    private async Task<byte[]?> UnwrapAsync(GrantRow row, CancellationToken cancel)
    {
        if (row.Kind == GrantKind.Member) return Hpke.Open(ring.PrivateKey, Purpose, Bound(row), row.SealedKey);
        var circle = new CircleId(row.Holder);
        if (row.Kind == GrantKind.Intake) return await OpenIntakeAsync(row, circle, cancel);
        if (ring.CircleCipher(circle, row.Generation) is not { } cipher || Epoch(row.Epoch) is not { } epoch) return null;
        var bound = Bound(row);
        return Envelope.Decrypt(cipher, Envelope.Decrypt(epoch, row.SealedKey, bound), bound);
    }

    // A search opens many grants of few epochs.
    private AesGcm? Epoch(int number)
    {
        if (epochs.TryGetValue(number, out var cipher)) return cipher;
        if (secrets.Epoch(number) is not { } key) return null;
        epochs.Add(number, cipher = Envelope.Cipher(key.Span));
        return cipher;
    }

    private async Task<byte[]?> OpenIntakeAsync(GrantRow row, CircleId circle, CancellationToken cancel)
    {
        var intake = await db.Set<CircleRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == circle, cancel);
        if (intake is null || ring.CircleKey(circle, intake.Generation) is not { } key) return null;
        using var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(Envelope.Decrypt(key, intake.SealedIntakeKey, Circles.Purpose), out _);
        return Hpke.Open(pair, Purpose, Bound(row), row.SealedKey);
    }

    private GrantRow Wrapped(SubjectKey key, OrganisationId organisation, CircleId circle, int generation, byte[] circleKey)
    {
        using var sealer = new GrantSealer(organisation, circle, generation, circleKey, secrets);
        return sealer.Wrap(key);
    }

    private static GrantRow SealedTo(SubjectKey key, OrganisationId organisation, Guid holder, GrantKind kind, byte[] publicKey) => new()
    {
        Subject = key.Subject,
        Holder = holder,
        Organisation = organisation,
        Kind = kind,
        SealedKey = Hpke.Seal(publicKey, Purpose, Bound(key.Subject, holder, kind, 0), key.Key),
    };

    private static ReadOnlySpan<byte> Purpose => "grant/v1"u8;

    private static byte[] Bound(GrantRow row) => Bound(row.Subject, row.Holder, row.Kind, row.Generation);

    internal static byte[] Bound(SubjectId subject, Guid holder, GrantKind kind, int generation) =>
        [.. subject.Value.ToByteArray(bigEndian: true), .. holder.ToByteArray(bigEndian: true), (byte)kind, .. BitConverter.GetBytes(generation)];
}

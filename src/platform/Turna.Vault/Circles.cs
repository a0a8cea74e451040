using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>A member who belongs to a circle but has not been given its key yet.</summary>
public sealed record Newcomer(CircleId Circle, MemberId Member);

/// <summary>Tells the vault who belongs to the circles of an organisation: the room that keeps roles knows.</summary>
public interface ICircleMembers
{
    /// <summary>Everyone who belongs to a circle by her roles and is not suspended; nobody by what somebody wrote into the database.</summary>
    Task<IReadOnlyList<(CircleId Circle, MemberId Member)>> BelongingAsync(OrganisationId organisation, CancellationToken cancel);
}

/// <summary>
/// Custody of the circles' keys. The first member's session of a circle makes its key; only a holder admits another; a member who leaves
/// makes a new generation due. An administrator gets no key by being one. Nothing is sealed to a public key, and no key is taken up, that somebody
/// else than Turna wrote into the database.
/// </summary>
public sealed class Circles
{
    private const int KeyLength = Envelope.KeyLength;

    private readonly TurnaDb db;
    private readonly KeyRing ring;
    private readonly RowTruth truth;
    private readonly Remembered remembered;
    private readonly ICircleMembers circleMembers;

    internal Circles(TurnaDb db, KeyRing ring, RowTruth truth, Remembered remembered, ICircleMembers circleMembers)
    {
        this.circleMembers = circleMembers;
        this.truth = truth;
        this.remembered = remembered;
        this.db = db;
        this.ring = ring;
    }

    /// <summary>Stands for the organisation's recovery key among the holders.</summary>
    internal static MemberId Recovery => new(Guid.Empty);

    /// <summary>
    /// Brings the keys of these circles into her session: unseals those given to her, makes those nobody has made yet, and renews those
    /// that are due. What it makes is part of the unit of work; the caller records and commits it. True when something was made. Where a row was
    /// altered past Turna it makes nothing, and the session goes on with the keys there are.
    /// </summary>
    public async Task<bool> JoinAsync(OrganisationId organisation, IReadOnlyCollection<CircleId> circles, CancellationToken cancel)
    {
        await UnsealAsync(organisation, circles, cancel);
        var rows = await db.Set<CircleRow>().Where(c => circles.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        // A renewed key of everyone's circle must seal the index keys anew, so they come first.
        var made = await JoinIndexAsync(organisation, cancel);
        foreach (var circle in circles)
        {
            if (!rows.TryGetValue(circle, out var row)) made |= await MakeAsync(organisation, circle, cancel);
            else if (row.RotationDue && ring.CircleKey(circle, row.Generation) is not null && await truth.HoldsAsync(db, organisation, row)) made |= await RenewAsync(row, cancel);
        }

        made |= await JoinIndexAsync(organisation, cancel);
        return made;
    }

    /// <summary>Gives the circle's key to a newcomer: she must belong to it, and the giver must hold it. The caller records and commits.</summary>
    public async Task<bool> AdmitAsync(CircleId circle, MemberId newcomer, CancellationToken cancel)
    {
        var row = await db.Set<CircleRow>().SingleOrDefaultAsync(c => c.Id == circle, cancel);
        if (row is null || !ring.Holds(circle) || !await truth.HoldsAsync(db, row.Organisation, row)) return false;
        if (await truth.ReadAsync(db, row.Organisation, db.Set<MemberKeyRow>().Where(m => m.Id == newcomer && m.Organisation == row.Organisation), cancel) is not [var member]) return false;

        var held = await db.Set<CircleKeyRow>().Where(k => k.Circle == circle && k.Member == newcomer).Select(k => k.Generation).ToListAsync(cancel);
        for (var generation = 1; generation <= row.Generation; generation++)
        {
            if (held.Contains(generation) || ring.CircleKey(circle, generation) is not { } key) continue;
            db.Add(SealTo(row, generation, newcomer, member.PublicKey, key));
        }

        return true;
    }

    /// <summary>Whether a circle and the public key of a member who waits for its key stand as Turna wrote them.</summary>
    public async Task<bool> AreTrueAsync(OrganisationId organisation, CircleId circle, MemberId newcomer, CancellationToken cancel) =>
        (await truth.ReadAsync(db, organisation, db.Set<CircleRow>().Where(c => c.Id == circle), cancel)).Count == 1
        && (await truth.ReadAsync(db, organisation, db.Set<MemberKeyRow>().Where(m => m.Id == newcomer), cancel)).Count == 1;

    /// <summary>Takes the circle's key from a member; the next session of a holder makes a new one. The caller records and commits.</summary>
    public async Task RemoveAsync(CircleId circle, MemberId member, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<CircleKeyRow>().Where(k => k.Circle == circle && k.Member == member).ToListAsync(cancel));
        if (await db.Set<CircleRow>().SingleOrDefaultAsync(c => c.Id == circle, cancel) is { } row) row.RotationDue = true;
    }

    /// <summary>Those to whom the newest key of a circle was given, whoever of them still belongs to it.</summary>
    public async Task<IReadOnlySet<MemberId>> HoldersAsync(CircleId circle, CancellationToken cancel)
    {
        List<CircleId> one = [circle];
        var holders = await remembered.OrReadAsync(db, ("holders", string.Join(' ', one)), unit => HoldersAsync(unit, one, cancel), typeof(CircleRow), typeof(CircleKeyRow));
        return holders.Select(h => h.Member).ToHashSet();
    }

    /// <summary>Of these memberships, those who have keys of their own but not yet the circle's newest.</summary>
    public async Task<IReadOnlyList<Newcomer>> WaitingAsync(IReadOnlyCollection<(CircleId Circle, MemberId Member)> memberships, CancellationToken cancel)
    {
        var circles = memberships.Select(m => m.Circle).Distinct().ToList();
        var members = memberships.Select(m => m.Member).Distinct().ToList();
        var holders = await remembered.OrReadAsync(db, ("holders", string.Join(' ', circles)), unit => HoldersAsync(unit, circles, cancel), typeof(CircleRow), typeof(CircleKeyRow));
        var keyed = await remembered.OrReadAsync(
            db, ("keyed", string.Join(' ', members)),
            unit => unit.Set<MemberKeyRow>().AsNoTracking().Where(m => members.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(cancel), typeof(MemberKeyRow));
        return [.. memberships.Where(m => keyed.Contains(m.Member) && !holders.Contains(new Newcomer(m.Circle, m.Member))).Select(m => new Newcomer(m.Circle, m.Member))];
    }

    private static Task<HashSet<Newcomer>> HoldersAsync(TurnaDb db, List<CircleId> circles, CancellationToken cancel) => db.Set<CircleKeyRow>().AsNoTracking().Where(k => circles.Contains(k.Circle))
        .Join(db.Set<CircleRow>(), k => new { k.Circle, k.Generation }, c => new { Circle = c.Id, c.Generation }, (k, c) => new Newcomer(k.Circle, k.Member))
        .ToHashSetAsync(cancel);

    internal static ReadOnlySpan<byte> Purpose => "circle/v1"u8;

    // Anybody can seal a key of his own making to her public key: what is taken up is what Turna wrote.
    private async Task UnsealAsync(OrganisationId organisation, IReadOnlyCollection<CircleId> circles, CancellationToken cancel)
    {
        var mine = ring.Member!.Value;
        var rows = await truth.ReadAsync(db, organisation, db.Set<CircleKeyRow>().Where(k => k.Member == mine), cancel);
        foreach (var row in rows.Where(r => circles.Contains(r.Circle)))
        {
            if (ring.CircleKey(row.Circle, row.Generation) is not null) continue;
            ring.AddCircleKey(row.Circle, row.Generation, Hpke.Open(ring.PrivateKey, Purpose, Bound(row), row.SealedKey));
        }
    }

    private async Task<bool> MakeAsync(OrganisationId organisation, CircleId circle, CancellationToken cancel)
    {
        var recovery = await db.Set<OrganisationKeyRow>().SingleOrDefaultAsync(o => o.Id == organisation, cancel);
        var me = ring.Member!.Value;
        if (recovery is null || !await db.Set<MemberKeyRow>().AnyAsync(m => m.Id == me, cancel)) return false;
        if (!await truth.HoldsAsync(db, organisation, recovery)) return false;

        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var row = NewCircle(organisation, circle, 1, key);
        db.Add(row);
        db.Add(SealTo(row, 1, me, Hpke.Point(ring.PrivateKey), key));
        db.Add(SealTo(row, 1, Recovery, recovery.RecoveryPublicKey, key));
        ring.AddCircleKey(circle, 1, key);
        return true;
    }

    private async Task<bool> RenewAsync(CircleRow row, CancellationToken cancel)
    {
        var recovery = await db.Set<OrganisationKeyRow>().SingleAsync(o => o.Id == row.Organisation, cancel);
        if (!await truth.HoldsAsync(db, row.Organisation, recovery)) return false;

        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var intake = Envelope.Decrypt(ring.CircleKey(row.Id, row.Generation)!, row.SealedIntakeKey, Purpose);
        var before = row.Generation;
        var held = await truth.ReadAsync(db, row.Organisation, db.Set<CircleKeyRow>().Where(k => k.Circle == row.Id && k.Generation == before), cancel);
        // Whoever is suspended waits, like a newcomer, until she is back and a colleague lets her in.
        var belonging = (await circleMembers.BelongingAsync(row.Organisation, cancel)).Where(b => b.Circle == row.Id).Select(b => b.Member).ToHashSet();
        var holders = held.Select(k => k.Member).Where(belonging.Contains).ToList();
        // Whose public key was altered gets no key: she waits like a newcomer until it is hers again.
        var publicKeys = (await truth.ReadAsync(db, row.Organisation, db.Set<MemberKeyRow>().Where(m => holders.Contains(m.Id)), cancel)).ToDictionary(m => m.Id, m => m.PublicKey);
        publicKeys[ring.Member!.Value] = Hpke.Point(ring.PrivateKey);
        publicKeys[Recovery] = recovery.RecoveryPublicKey;

        row.Generation++;
        row.RotationDue = false;
        row.SealedIntakeKey = Envelope.Encrypt(key, intake, Purpose);
        foreach (var (holder, publicKey) in publicKeys) db.Add(SealTo(row, row.Generation, holder, publicKey, key));
        ring.AddCircleKey(row.Id, row.Generation, key);
        if (row.Id == CircleId.Of(row.Organisation) && recovery.SealedIndexKeys is not null)
        {
            recovery.SealedIndexKeys = SealIndexKeys(key, row.Organisation, ring.IndexKey!, ring.FactKey!);
            recovery.Generation = row.Generation;
        }

        return true;
    }

    private async Task<bool> JoinIndexAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var everyone = CircleId.Of(organisation);
        if (ring.IndexKey is not null || ring.NewestCircleKey(everyone) is not { } held) return false;
        var row = await db.Set<OrganisationKeyRow>().SingleAsync(o => o.Id == organisation, cancel);
        if (row.SealedIndexKeys is { } sealedKeys)
        {
            if (ring.CircleKey(everyone, row.Generation) is not { } key) return false;
            var both = Envelope.Decrypt(key, sealedKeys, IndexPurpose(organisation));
            ring.SetIndexKeys(both[..KeyLength], both[KeyLength..]);
            return false;
        }

        if (!await truth.HoldsAsync(db, organisation, row)) return false;
        ring.SetIndexKeys(RandomNumberGenerator.GetBytes(KeyLength), RandomNumberGenerator.GetBytes(KeyLength));
        row.SealedIndexKeys = SealIndexKeys(held.Key, organisation, ring.IndexKey!, ring.FactKey!);
        row.Generation = held.Generation;
        return true;
    }

    private static byte[] SealIndexKeys(byte[] key, OrganisationId organisation, byte[] index, byte[] fact) =>
        Envelope.Encrypt(key, [.. index, .. fact], IndexPurpose(organisation));

    private static byte[] IndexPurpose(OrganisationId organisation) => [.. "index/v1"u8, .. organisation.Value.ToByteArray(bigEndian: true)];

    private static CircleRow NewCircle(OrganisationId organisation, CircleId circle, int generation, byte[] key)
    {
        using var intake = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return new CircleRow
        {
            Id = circle,
            Organisation = organisation,
            Generation = generation,
            IntakePublicKey = Hpke.Point(intake),
            SealedIntakeKey = Envelope.Encrypt(key, intake.ExportPkcs8PrivateKey(), Purpose),
        };
    }

    internal static CircleKeyRow SealTo(CircleRow circle, int generation, MemberId holder, byte[] publicKey, byte[] key)
    {
        var row = new CircleKeyRow { Circle = circle.Id, Generation = generation, Member = holder, Organisation = circle.Organisation, SealedKey = [] };
        return new CircleKeyRow
        {
            Circle = row.Circle, Generation = row.Generation, Member = row.Member, Organisation = row.Organisation,
            SealedKey = Hpke.Seal(publicKey, Purpose, Bound(row), key),
        };
    }

    internal static byte[] Bound(CircleKeyRow row) =>
        [.. row.Circle.Value.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(row.Generation), .. row.Member.Value.ToByteArray(bigEndian: true)];
}

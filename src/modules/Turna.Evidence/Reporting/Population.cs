using System.Runtime.InteropServices;
using Turna.Evidence.Contracts;

namespace Turna.Evidence.Reporting;

/// <summary>
/// The people of a period, numbered. They are divided into shares by their pseudonyms, which are as good as drawn by lot: each share is small enough
/// for a processor to have it at hand, and no share knows of another, so that several are counted at once.
/// </summary>
internal sealed class Population
{
    private const int ShareBits = 7;

    /// <summary>How many shares there are.</summary>
    public const int Shares = 1 << ShareBits;

    /// <summary>How often somebody comes in a year, about.</summary>
    private const int UsualFacts = 2;

    private readonly Share[] shares = new Share[Shares];

    /// <summary>Numbers the people whom the facts concern. In each fact <see cref="CodedFact.Person"/> becomes her number within her share.</summary>
    /// <param name="parts">What was read.</param>
    public Population(IReadOnlyList<FactPart> parts)
    {
        Parallel.For(0, Shares, FactColumns.AtOnce, share => shares[share] = ShareOf([.. parts.Select(part => part.Piles[share])]));
        foreach (var share in shares)
        {
            share.First = Count;
            Count += share.FirstContact.Count;
        }
    }

    /// <summary>How many people.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the first person of a share; the others follow.</summary>
    public int FirstOf(int share) => shares[share].First;

    /// <summary>How many facts each of a share has.</summary>
    public ReadOnlySpan<int> FactsOf(int share) => CollectionsMarshal.AsSpan(shares[share].Facts);

    /// <summary>The first contact of each person that was read; the last day there is for who had none.</summary>
    public DateOnly[] FirstContacts() => [.. shares.SelectMany(share => share.FirstContact)];

    /// <summary>Whether somebody is among the people, and her number.</summary>
    public bool TryFind(UInt128 pseudonym, out int person)
    {
        var share = shares[NumberOfShare(pseudonym)];
        var isKnown = share.Numbers.TryGetValue(pseudonym, out var within);
        person = share.First + within;
        return isKnown;
    }

    public static int NumberOfShare(UInt128 pseudonym) => (int)((ulong)(pseudonym >> 64) >> (64 - ShareBits));

    private static Share ShareOf(FactPile[] piles)
    {
        var share = new Share(piles.Sum(pile => pile.Count) / UsualFacts);
        foreach (var pile in piles)
        {
            for (var piece = 0; piece < pile.Pieces; piece++) Number(pile[piece].People.Span, pile[piece].Facts.Span, share);
        }

        return share;
    }

    private static void Number(ReadOnlySpan<UInt128> people, Span<CodedFact> facts, Share share)
    {
        for (var i = 0; i < people.Length; i++)
        {
            var contact = facts[i].Kind == FactKind.Consultation ? DateOnly.FromDayNumber(facts[i].Day) : DateOnly.MaxValue;
            var person = share.Met(people[i], contact);
            facts[i] = facts[i] with { Person = person };
        }
    }

    /// <param name="expected">About how many people; there may be more.</param>
    private sealed class Share(int expected)
    {
        public Dictionary<UInt128, int> Numbers { get; } = new(expected);

        public List<int> Facts { get; } = new(expected);

        public List<DateOnly> FirstContact { get; } = new(expected);

        public int First { get; set; }

        public int Met(UInt128 pseudonym, DateOnly contact)
        {
            ref var person = ref CollectionsMarshal.GetValueRefOrAddDefault(Numbers, pseudonym, out var isKnown);
            if (isKnown)
            {
                if (contact < FirstContact[person]) FirstContact[person] = contact;
                Facts[person]++;
                return person;
            }

            person = Facts.Count;
            Facts.Add(1);
            FirstContact.Add(contact);
            return person;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Turna.Data;

namespace Turna.People.Keeping;

internal static class Tables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people_person");
            person.Ignore(p => p.Place);
            person.HasIndex(p => p.Team);
            person.HasIndex(p => new { p.Organisation, p.KeepUntil });
        });
        model.Entity<IndexEntry>(entry =>
        {
            entry.ToTable("people_key");
            entry.HasKey(e => new { e.Token, e.Reference });
            entry.Metadata.IsUnledgered("Made from the identity, which is on the ledger; a leaf over these rows would say which tokens are one person's.");
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("people_consent");
            consent.HasIndex(c => c.Holder);
        });
        model.Entity<Journey>(journey =>
        {
            journey.ToTable("people_journey");
            journey.Property(j => j.Destination).HasMaxLength(2);
            journey.Property(j => j.Sector).HasMaxLength(1);
            journey.HasIndex(j => j.Traveller);
        });
        model.Entity<Relation>(relation =>
        {
            relation.ToTable("people_relation");
            relation.HasIndex(r => r.Of);
            relation.HasIndex(r => r.To);
        });
        model.Entity<Twin>(twin =>
        {
            twin.ToTable("people_twin");
            twin.HasIndex(t => t.Pair).IsUnique();
            twin.HasIndex(t => t.One);
            twin.HasIndex(t => t.Other);
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("people_attachment");
            attachment.HasIndex(a => a.Owner);
        });
    }
}

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
            person.HasIndex(p => p.KeyRound);
            person.HasIndex(p => new { p.Organisation, p.KeepUntil });
            // Few records are restricted, and each list of consultations asks which.
            person.HasIndex(p => new { p.Organisation, p.Team }).HasFilter("sensitivity = 'Restricted'");
        });
        model.Entity<IndexEntry>(entry =>
        {
            entry.ToTable("people_key");
            entry.HasKey(e => new { e.Token, e.Reference });
            entry.Metadata.IsUnledgered("Made from the identity, which is on the ledger; a leaf over these rows would say which tokens are one person's.");
        });
        model.Entity<NameEntry>(entry =>
        {
            entry.ToTable("people_name_key");
            entry.HasKey(e => new { e.Round, e.Token, e.Reference });
            entry.Metadata.IsUnledgered("Made from the identity, which is on the ledger; a leaf over these rows would say which tokens are one person's.");
        });
        model.Entity<IndexRound>(round =>
        {
            round.ToTable("people_index_round");
            round.HasKey(r => r.Number);
            round.Property(r => r.Number).ValueGeneratedNever();
            round.HasIndex(r => new { r.Organisation, r.Number });
            round.Metadata.IsUnledgered("How the index is made; it says nothing of anybody.");
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
        model.Entity<TwinSuggestion>(suggestion =>
        {
            suggestion.ToTable("people_twin_suggestion");
            suggestion.HasIndex(s => s.Pair).IsUnique();
            suggestion.HasIndex(s => new { s.Organisation, s.Strength });
            suggestion.HasIndex(s => s.One);
            suggestion.HasIndex(s => s.Other);
            suggestion.Metadata.IsUnledgered("Found by comparing what is on the ledger; what a member decides about it is on the ledger too.");
        });
        model.Entity<Question>(question =>
        {
            question.ToTable("people_question");
            question.Ignore(q => q.Subject);
            question.Ignore(q => q.TextPlace);
            question.Ignore(q => q.AnswerPlace);
            question.HasIndex(q => q.AskedBy);
            question.HasIndex(q => q.Officer);
        });
        model.Entity<QuestionOfficer>(officer =>
        {
            officer.ToTable("people_question_officer");
            officer.HasKey(o => o.Member);
            officer.HasIndex(o => o.Organisation);
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("people_attachment");
            attachment.HasIndex(a => a.Owner);
        });
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RowStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_organisation_key",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_member_key",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_grant",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_erasure",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_circle_key",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "vault_circle",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_twin",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_relation",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_question_officer",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_question",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_person",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_journey",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_consent",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "people_attachment",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_team",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_recovery_request",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_recovery_code",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_organisation",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_membership",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "members_member",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "stamped",
                table: "ledger_tree",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "evidence_fact",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_task",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_service",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_named_member",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_mistake",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_import_columns",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_import",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_entry",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_consultation",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_case",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "stamp",
                table: "cases_canned_text",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            // The rows of a database that holds records already are given their stamps by the ledger, which has the key to them.
            migrationBuilder.Sql("UPDATE ledger_tree SET stamped = (size = 0)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_organisation_key");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_member_key");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_grant");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_erasure");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_circle_key");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "vault_circle");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_twin");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_relation");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_question_officer");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_question");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_person");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_journey");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_consent");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "people_attachment");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_team");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_recovery_request");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_recovery_code");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_organisation");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_membership");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "members_member");

            migrationBuilder.DropColumn(
                name: "stamped",
                table: "ledger_tree");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "evidence_fact");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_task");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_service");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_named_member");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_mistake");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_import_columns");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_import");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_entry");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_consultation");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_case");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "cases_canned_text");
        }
    }
}
